import SteadyMath

/// A colour in CIELAB (CIE 1976), white D65.
struct Lab: Equatable {
    /// Lightness, 0…100.
    let l: Double
    /// Green to red.
    let a: Double
    /// Blue to yellow.
    let b: Double

    /// From linear sRGB; matrix and white of IEC 61966-2-1.
    init(red: Double, green: Double, blue: Double) {
        let x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
        let y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        let z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
        func compressed(_ t: Double) -> Double {
            t > 216.0 / 24_389 ? Steady.pow(t, 1.0 / 3) : (24_389.0 / 27 * t + 16) / 116
        }
        l = 116 * compressed(y) - 16
        a = 500 * (compressed(x) - compressed(y))
        b = 200 * (compressed(y) - compressed(z))
    }

    /// Individual typology angle, degrees: `atan2(L* − 50, b*)` (Chardon 1991).
    var individualTypologyAngle: Double { Steady.atan2(l - 50, b) * 180 / .pi }
}
