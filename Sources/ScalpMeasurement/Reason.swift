/// Why a value is not given, or why a photo's verdicts are withheld; the raw value is the contract's word.
public enum Reason: String, Sendable, Equatable, Hashable, CaseIterable, Codable {
    case blurred
    case overexposed
    case underexposed
    case glare
    case unevenLight = "uneven-light"
    case lowResolution = "low-resolution"
    case noSkin = "no-skin"
    case littleOverlap = "little-overlap"
    case noReference = "no-reference"
    case noTreatedRegion = "no-treated-region"
    case noScale = "no-scale"
    case tooFewDots = "too-few-dots"
    case noDate = "no-date"
    case noSession = "no-session"
    case notRegistered = "not-registered"
}
