/// A skin from light to dark, by its melanin; the raw value is the command line's word.
public enum SkinTone: String, Sendable, CaseIterable {
    case fair, light, medium, tan, brown, dark

    /// Units of melanin (see ``SkinOptics``).
    public var melanin: Double {
        switch self {
        case .fair: 0.05
        case .light: 0.11
        case .medium: 0.22
        case .tan: 0.36
        case .brown: 0.58
        case .dark: 0.85
        }
    }

    /// Units of haemoglobin of calm skin (see ``SkinOptics``).
    public var haemoglobin: Double {
        switch self {
        case .fair: 0.16
        case .light: 0.17
        case .medium: 0.18
        case .tan, .brown, .dark: 0.19
        }
    }
}
