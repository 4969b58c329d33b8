import SteadyMath

/// Weights of Lanczos' kernel of three lobes, normalised wherever it is laid.
///
/// ```
/// L(t) = sinc(t) · sinc(t / 3) for |t| < 3, else 0;  sinc(t) = sin(πt) / (πt)
/// ```
///
/// - SeeAlso: Duchon 1979, J Appl Meteorol 18:1016, doi 10.1175/1520-0450(1979)018<1016:LFIOAT>2.0.CO;2.
enum LanczosKernel {
    /// Lobes on each side.
    static let lobes = 3
    /// Steps of the table in one unit: the nearest is off by less than a thousandth of the kernel's height.
    static let stepsPerUnit = 1_024

    /// The kernel at `0, 1/1024, …, 3`, and 0 behind that.
    static let table: [Float] = (0...lobes * stepsPerUnit + 1).map { step in
        let t = Double(step) / Double(stepsPerUnit)
        if step == 0 { return 1 }
        guard t < Double(lobes) else { return 0 }
        let (a, b) = (Double.pi * t, Double.pi * t / Double(lobes))
        return Float(Steady.sin(a) / a * Steady.sin(b) / b)
    }
}
