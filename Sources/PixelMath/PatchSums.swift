import KernelTable
import Raster

extension Plane {
    /// Sums over a patch under its window.
    ///
    /// - Parameter patch: A part of this plane.
    /// - Returns: The sums.
    /// - Complexity: O(pixels of the patch).
    package func moments(in patch: Patch) -> PatchMoments {
        check(patch)
        guard width >= Patch.leastWidth else { return momentsReference(in: patch) }
        // Bounded: the patch lies within the plane, which is wide enough for a kernel's reads.
        return unsafe samples.withUnsafeBufferPointer { samples in
            guard let start = samples.baseAddress else { preconditionFailure("a plane has pixels") }
            return unsafe kernels.moments(of: start, in: patch)
        }
    }

    /// Adds `amplitude` times a patch's Gaussian and sums what is there then under the same window.
    ///
    /// - Parameters:
    ///   - amplitude: Its height.
    ///   - patch: A part of this plane.
    /// - Returns: The sums.
    /// - Complexity: O(pixels of the patch).
    package mutating func paintedMoments(_ amplitude: Double, in patch: Patch) -> PatchMoments {
        check(patch)
        guard width >= Patch.leastWidth else {
            paintReference(amplitude, in: patch)
            return momentsReference(in: patch)
        }
        // Bounded as above.
        return unsafe samples.withUnsafeMutableBufferPointer { samples in
            guard let start = samples.baseAddress else { preconditionFailure("a plane has pixels") }
            return unsafe kernels.paintedMoments(Float(amplitude), on: start, in: patch)
        }
    }

    /// `Σ v` and `Σ w²` over a patch: the height of the Gaussian that fits it best is the one over the other.
    ///
    /// - Parameter patch: A part of this plane.
    /// - Returns: The sums.
    /// - Complexity: O(pixels of the patch).
    package func match(in patch: Patch) -> (sum: Float, square: Float) {
        check(patch)
        guard width >= Patch.leastWidth else {
            let sums = momentsReference(in: patch)
            return (sums.sum, sums.square)
        }
        // Bounded as above.
        let sums = unsafe samples.withUnsafeBufferPointer { samples in
            guard let start = samples.baseAddress else { preconditionFailure("a plane has pixels") }
            return unsafe kernels.match(of: start, in: patch)
        }
        return (sums.x, sums.y)
    }

    /// Adds `amplitude` times a patch's Gaussian.
    ///
    /// - Parameters:
    ///   - amplitude: Its height.
    ///   - patch: A part of this plane.
    /// - Complexity: O(pixels of the patch).
    package mutating func paint(_ amplitude: Double, in patch: Patch) {
        check(patch)
        guard width >= Patch.leastWidth else { return paintReference(amplitude, in: patch) }
        // Bounded as above.
        unsafe samples.withUnsafeMutableBufferPointer { samples in
            guard let start = samples.baseAddress else { return }
            unsafe kernels.paint(Float(amplitude), on: start, in: patch)
        }
    }

    /// Sums under two round apertures, `amplitude` times the patch's Gaussian added.
    ///
    /// - Parameters:
    ///   - patch: A part of this plane.
    ///   - amplitude: Height of what is added.
    ///   - outer: Radius of the wider aperture, px.
    ///   - inner: Radius of the narrower.
    /// - Returns: The sums.
    /// - Complexity: O(pixels of the patch).
    package func apertures(
        in patch: Patch, adding amplitude: Double, outer: Double, inner: Double
    ) -> PatchApertures {
        check(patch)
        guard width >= Patch.leastWidth else {
            return aperturesReference(in: patch, adding: amplitude, outer: outer, inner: inner)
        }
        // Bounded as above.
        return unsafe samples.withUnsafeBufferPointer { samples in
            guard let start = samples.baseAddress else { preconditionFailure("a plane has pixels") }
            return unsafe kernels.apertures(
                of: start, adding: Float(amplitude), outer: Float(outer), inner: Float(inner), in: patch)
        }
    }

    /// Sums over a disc of this plane and two others of its size, and its pixels as the last lane.
    ///
    /// - Parameters:
    ///   - patch: A part of this plane around the disc.
    ///   - second: Another plane.
    ///   - third: Another plane.
    ///   - radius: In pixels.
    /// - Returns: The sums.
    /// - Complexity: O(pixels of the patch).
    package func disc(in patch: Patch, with second: Plane, _ third: Plane, radius: Double) -> SIMD4<Float> {
        check(patch)
        precondition(second.samples.count == samples.count && third.samples.count == samples.count)
        guard width >= Patch.leastWidth else {
            return discReference(in: patch, with: second, third, radius: radius)
        }
        // Bounded as above.
        return unsafe samples.withUnsafeBufferPointer { one in
            unsafe second.samples.withUnsafeBufferPointer { two in
                unsafe third.samples.withUnsafeBufferPointer { three in
                    guard let one = one.baseAddress, let two = two.baseAddress, let three = three.baseAddress
                    else { preconditionFailure("a plane has pixels") }
                    return unsafe kernels.disc(of: one, two, three, radius: Float(radius), in: patch)
                }
            }
        }
    }

    private func check(_ patch: Patch) {
        precondition(
            patch.width == width && patch.left >= 0 && patch.right <= width && patch.top >= 0
                && patch.bottom <= height && patch.left <= patch.right && patch.top <= patch.bottom,
            "a patch of this plane")
    }
}
