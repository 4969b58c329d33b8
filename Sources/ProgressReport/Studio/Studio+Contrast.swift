import SteadyMath

extension Studio.Colour {
    static let black = Self(red: 0, green: 0, blue: 0)
    static let white = Self(red: 255, green: 255, blue: 255)

    /// The colour as style sheets write it, as `#14665e`.
    package var hexadecimal: String {
        "#"
            + [red, green, blue].map { share in
                let digits = String(share, radix: 16)
                return share < 16 ? "0" + digits : digits
            }.joined()
    }

    /// Reads `#14665e`, with or without the `#`; nil for anything else.
    ///
    /// - Parameter text: The text.
    package init?(hexadecimal text: String) {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let number = UInt32(digits, radix: 16)
        else { return nil }
        self.init(
            red: UInt8(number >> 16 & 255), green: UInt8(number >> 8 & 255), blue: UInt8(number & 255))
    }

    /// How much light the colour gives, of white's.
    ///
    /// - SeeAlso: WCAG 2.2, relative luminance.
    package var luminance: Double {
        func light(_ share: UInt8) -> Double {
            let value = Double(share) / 255
            return value <= 0.04045 ? value / 12.92 : Steady.pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue)
    }

    /// How well two colours stand off from one another, 1…21.
    ///
    /// - SeeAlso: WCAG 2.2, contrast ratio; 4.5 is the least for text.
    package func contrast(with other: Self) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// The colour with a share of another one, both in gamma-coded numbers.
    ///
    /// - Parameters:
    ///   - other: The other colour.
    ///   - share: 0…1.
    /// - Returns: The mixture.
    func mixed(with other: Self, share: Double) -> Self {
        func mix(_ own: UInt8, _ other: UInt8) -> UInt8 {
            UInt8((Double(own) + share * (Double(other) - Double(own))).rounded())
        }
        return Self(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }

    /// The tone nearest to this colour that can be read as text on some grounds.
    ///
    /// - Parameters:
    ///   - grounds: What it stands on, which may follow from the tone.
    ///   - end: Black or white, towards which the tone goes as far as it must.
    /// - Returns: A tone whose contrast is at least ``leastContrast`` on each.
    func legible(on grounds: (Self) -> [Self], towards end: Self) -> Self {
        (0...Self.steps).lazy.map { self.mixed(with: end, share: Double($0) / Double(Self.steps)) }
            .first { tone in grounds(tone).allSatisfy { tone.contrast(with: $0) >= Self.leastContrast } }
            ?? end
    }

    /// What text must have, 4.5, and a little for what screens do to it.
    package static let leastContrast = 4.6
    /// Steps from a colour to black or white; finer ones are not seen.
    private static let steps = 50
}
