/// Numbers rounded so that they take few characters where they are kept as text.
enum RoundedNumber {
    /// A number rounded to some decimals.
    ///
    /// - Parameters:
    ///   - value: Any number.
    ///   - decimals: Digits after the point, 0…12.
    /// - Returns: The nearest number of that many decimals; nil for infinities and NaN.
    static func decimals(_ value: Double, _ decimals: Int) -> Double? {
        NumberText.rounded(value, decimals: decimals).flatMap { Double($0) }
    }

    /// A number rounded to some significant digits.
    ///
    /// - Parameters:
    ///   - value: Any number.
    ///   - digits: Digits that count, at least 1.
    /// - Returns: The nearest number of that many digits; nil for infinities and NaN.
    static func digits(_ value: Double, _ digits: Int) -> Double? {
        NumberText.significant(value, digits: digits).flatMap { Double($0) }
    }
}
