import Raster
import SteadyMath

/// Planes of seeded noise for the kernels' tests.
enum RandomPlane {
    /// Values spread evenly over 0…1.
    static func noise(width: Int, height: Int, seed: UInt64) -> Plane {
        var random = SeededRandom(seed: seed)
        return Plane(
            width: width, height: height,
            samples: (0..<(width * height)).map { _ in Float(random.uniform()) })
    }
}
