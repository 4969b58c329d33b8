import SteadyMath

/// Linear light to coded sRGB in 0…1, with a phone's tone curve on top.
///
/// ```
/// e = sRGB(light);   coded = e + e (1 − e) (lift + contrast · (2e − 1))
/// ```
/// Channel by channel, as phones do: colours change with it.
struct ToneCurve: Sendable {
    private static let steps = 8_192
    private let values: [Float]

    init(contrast: Double, lift: Double) {
        values = (0...Self.steps + 1).map { step in
            let light = min(1, Double(step) / Double(Self.steps))
            let e = light <= 0.003_130_8 ? 12.92 * light : 1.055 * Steady.pow(light, 1 / 2.4) - 0.055
            return Float(e + e * (1 - e) * (lift + contrast * (2 * e - 1)))
        }
    }

    /// The code of an amount of light, held to 0…1.
    @inline(__always)
    func callAsFunction(_ light: Float) -> Float {
        let scaled = max(0, min(1, light)) * Float(Self.steps)
        let index = Int(scaled)
        let low = values[index]
        return low + (scaled - Float(index)) * (values[index + 1] - low)
    }
}
