/// Numbers as a client reads them, with the language's marks.
package struct NumberWords: Sendable {
    let language: Language

    /// A number with a true minus sign and its zeros kept; negative decimals round to tens and hundreds.
    ///
    /// - Parameters:
    ///   - value: Any number.
    ///   - decimals: Digits behind the mark.
    /// - Returns: As `−0.9`; a dash for infinities and NaN.
    package func plain(_ value: Double, decimals: Int) -> String {
        var step = 1.0
        for _ in 0..<max(0, -decimals) { step *= 10 }
        let coarse = step > 1 ? (value / step).rounded() * step : value
        return marked(NumberText.rounded(coarse, decimals: decimals, keepsZeros: true))
    }

    /// A number rounded to some significant digits.
    package func significant(_ value: Double, digits: Int) -> String {
        marked(NumberText.significant(value, digits: digits))
    }

    /// A whole number with its thousands apart, as `3,912`.
    package func whole(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = value < 0 ? language.text("numbers.minus") : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += language.text("numbers.thousands") }
            text.append(digit)
        }
        return text
    }

    /// A number with its standard error.
    package func with(error: String, _ value: String) -> String {
        language.text("numbers.with-error", ["value": value, "error": error])
    }

    /// A number with its unit, which stay together.
    package func with(unit: String, _ number: String) -> String {
        language.text("numbers.with-unit", ["number": number, "unit": unit])
    }

    /// A share in hundredths, as `55 %`.
    package func percent(_ number: String) -> String { with(unit: language.text("units.share"), number) }

    /// From one number to another.
    package func range(_ low: String, _ high: String) -> String {
        language.text("numbers.range", ["low": low, "high": high])
    }

    private func marked(_ text: String?) -> String {
        guard let text else { return language.text("numbers.none") }
        var result = ""
        for character in text {
            switch character {
            case "-": result += language.text("numbers.minus")
            case ".": result += language.text("numbers.decimal")
            default: result.append(character)
            }
        }
        return result
    }
}
