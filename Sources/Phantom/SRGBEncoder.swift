import SteadyMath

/// Linear light to 8-bit sRGB, rounded to the nearest code (IEC 61966-2-1).
package struct SRGBEncoder: Sendable {
    /// The light at which each code gives way to the next.
    private let limits: [Float]
    /// The code of each of many equal steps of light: where the search begins.
    private let starts: [UInt8]
    private static let steps = 4_096

    package init() {
        let limits = (0..<255).map { Float(Self.linear(fromCode: Double($0) + 0.5)) } + [Float.infinity]
        self.limits = limits
        var code = 0
        starts = (0...Self.steps).map { step in
            while limits[code] <= Float(step) / Float(Self.steps) { code += 1 }
            return UInt8(code)
        }
    }

    /// The code of an amount of light; 0 below black, 255 above white.
    @inline(__always)
    package func callAsFunction(_ light: Float) -> UInt8 {
        let held = max(0, min(1, light))
        var code = Int(starts[Int(held * Float(Self.steps))])
        while limits[code] <= held { code += 1 }
        return UInt8(code)
    }

    /// The linear light of a code in 0…255.
    static func linear(fromCode code: Double) -> Double {
        let value = code / 255
        return value <= 0.04045 ? value / 12.92 : Steady.pow((value + 0.055) / 1.055, 2.4)
    }
}
