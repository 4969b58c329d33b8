/// Which form of a word stands behind a whole number; the raw value is the word of a language file.
///
/// - SeeAlso: Unicode CLDR, Language Plural Rules; the part for whole numbers.
package enum PluralRule: String, Sendable, CaseIterable {
    /// One form alone.
    case alwaysOther = "always-other"
    /// One thing, or any other number.
    case oneOther = "one-other"
    /// None or one thing, or any other number.
    case zeroOneOther = "zero-one-other"
    /// One thing, two to four, or any other number.
    case czech
    /// One thing; 2…4, 22…24, …; the rest.
    case polish
    /// 1, 21, 31, …; 2…4, 22…24, …; the rest.
    case russian
    /// None, one, two, 3…10, 11…99, the rest; by hundreds.
    case arabic

    /// The forms that this rule tells apart.
    package var forms: [PluralForm] {
        switch self {
        case .alwaysOther: [.other]
        case .oneOther, .zeroOneOther: [.one, .other]
        case .czech: [.one, .few, .other]
        case .polish, .russian: [.one, .few, .many, .other]
        case .arabic: PluralForm.allCases
        }
    }

    /// The form behind a number.
    ///
    /// - Parameter number: A whole number, 0 or more.
    /// - Returns: One of ``forms``.
    package func form(of number: Int) -> PluralForm {
        let tens = number % 100
        let isFew = (2...4).contains(number % 10) && !(12...14).contains(tens)
        switch self {
        case .alwaysOther: return .other
        case .oneOther: return number == 1 ? .one : .other
        case .zeroOneOther: return number < 2 ? .one : .other
        case .czech: return number == 1 ? .one : (2...4).contains(number) ? .few : .other
        case .polish: return number == 1 ? .one : isFew ? .few : .many
        case .russian: return number % 10 == 1 && tens != 11 ? .one : isFew ? .few : .many
        case .arabic:
            switch number {
            case 0: return .zero
            case 1: return .one
            case 2: return .two
            default: return (3...10).contains(tens) ? .few : tens >= 11 ? .many : .other
            }
        }
    }
}
