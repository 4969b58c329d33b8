/// Numbers as text, the same on every machine: a point as decimal mark, no exponent, no trailing zeros.
package enum NumberText {
    /// Decimals that are ever written; finer steps mean nothing for a photo.
    private static let mostDecimals = 12
    /// Above this a scaled number is no longer exact in a `Double`.
    private static let largestExact = 9.0e15

    /// A number rounded to some decimals, as `12.5`.
    ///
    /// - Parameters:
    ///   - value: Any number.
    ///   - decimals: Digits after the point, 0…12; trailing zeros are left out.
    ///   - keepsZeros: Whether trailing zeros stay, as a column of figures wants them.
    /// - Returns: The text; nil for infinities and NaN, which no format here can carry.
    package static func rounded(_ value: Double, decimals: Int, keepsZeros: Bool = false) -> String? {
        guard value.isFinite else { return nil }
        var places = min(max(decimals, 0), mostDecimals)
        while places > 0 && abs(value) * powerOfTen(places) > largestExact { places -= 1 }
        let scaled = (abs(value) * powerOfTen(places)).rounded()
        guard scaled <= largestExact else { return "\(value)" }
        let whole = Int(scaled)
        var digits = String(whole)
        if digits.utf8.count <= places {
            digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits
        }
        let sign = value < 0 && whole != 0 ? "-" : ""
        if places == 0 { return sign + digits }
        let left = digits.prefix(digits.utf8.count - places)
        var right = digits.suffix(places)
        if !keepsZeros { while right.last == "0" { right.removeLast() } }
        return right.isEmpty ? sign + left : sign + left + "." + right
    }

    /// A number rounded to some significant digits.
    ///
    /// - Parameters:
    ///   - value: Any number.
    ///   - digits: Digits that count, at least 1.
    /// - Returns: The text; nil for infinities and NaN.
    package static func significant(_ value: Double, digits: Int) -> String? {
        rounded(value, decimals: digits - 1 - magnitude(of: value))
    }

    /// Decimals that show a value to four digits of its standard error.
    ///
    /// - Parameters:
    ///   - standardError: The error; where it is 0 or not finite, the value's own six first digits count.
    ///   - value: The value.
    /// - Returns: Digits after the point, 0…12.
    package static func decimals(forError standardError: Double, of value: Double) -> Int {
        let wanted =
            standardError > 0 && standardError.isFinite
            ? 3 - magnitude(of: standardError) : 5 - magnitude(of: value)
        return min(max(wanted, 0), mostDecimals)
    }

    /// The power of ten of a number's first digit: 0 for 1…9.99, −1 for 0.1…0.99; 0 for 0.
    package static func magnitude(of value: Double) -> Int {
        var size = abs(value)
        guard size > 0, size.isFinite else { return 0 }
        var power = 0
        while size >= 10 {
            size /= 10
            power += 1
        }
        while size < 1 {
            size *= 10
            power -= 1
        }
        return power
    }

    /// Ten to a whole power of 0…22, exact.
    private static func powerOfTen(_ power: Int) -> Double {
        var result = 1.0
        for _ in 0..<power { result *= 10 }
        return result
    }
}
