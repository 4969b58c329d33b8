import Raster
import SteadyMath

extension PhantomRenderer {
    /// Luminance at which an everyday exposure shows skin of luminance `middleLuminance`.
    private static let middleLuminance = 0.40
    /// How far an everyday exposure evens out light and dark skin: 0 would show all skins alike, 1 none.
    private static let exposureLaw = 0.45

    /// Factor on the light at an everyday exposure of skin.
    ///
    /// - Parameter calm: The skin's luminance over that of white.
    /// - Returns: The factor.
    static func everydayGain(calm: Double) -> Double {
        middleLuminance * Steady.pow(calm / middleLuminance, exposureLaw) / calm
    }

    /// Everything put together under the camera's light, before the lens.
    func lit(
        skin: RGBImage, pigment: PigmentLayer, crusts: CrustLayer, hair: [Float], camera: PhantomCamera
    ) -> RGBImage {
        let width = camera.width
        let height = camera.height
        let tone = scene.options.skin
        let calm = scene.optics.reflectance(melanin: tone.melanin, haemoglobin: tone.haemoglobin).luminance
        let gain = Self.everydayGain(calm: calm) * camera.exposure
        let gains = (
            Float(gain * camera.cast.red), Float(gain * camera.cast.green), Float(gain * camera.cast.blue)
        )
        let crustRed = Float(Self.crustDensity.red)
        let crustGreen = Float(Self.crustDensity.green)
        let crustBlue = Float(Self.crustDensity.blue)
        let halfDiagonal = (Double(width * width + height * height)).squareRoot() / 2
        let towardsX = camera.lightGradient.share * Steady.cos(camera.lightGradient.direction) / halfDiagonal
        let towardsY = camera.lightGradient.share * Steady.sin(camera.lightGradient.direction) / halfDiagonal
        let falloff = camera.falloff / (halfDiagonal * halfDiagonal)
        var out = skin
        for y in 0..<height {
            let v = Double(y) - Double(height - 1) / 2
            for x in 0..<width {
                let u = Double(x) - Double(width - 1) / 2
                let index = y * width + x
                let light = Float(1 + towardsX * u + towardsY * v - falloff * (u * u + v * v)) * hair[index]
                var red = pigment.red[index]
                var green = pigment.green[index]
                var blue = pigment.blue[index]
                let share = crusts.share[index]
                if share > 0 {
                    let darkness = crusts.darkness[index]
                    red += share * (transmittance(darkness * crustRed) - red)
                    green += share * (transmittance(darkness * crustGreen) - green)
                    blue += share * (transmittance(darkness * crustBlue) - blue)
                }
                out.red.samples[index] *= red * light * gains.0
                out.green.samples[index] *= green * light * gains.1
                out.blue.samples[index] *= blue * light * gains.2
            }
        }
        return out
    }

    /// Blurs by a Gaussian point spread; beyond the edge the outermost pixels go on.
    static func blurred(_ image: RGBImage, sigma: Double) -> RGBImage {
        if sigma <= 0 { return image }
        let kernel = kernel(sigma: sigma)
        return RGBImage(
            red: blurred(image.red, kernel: kernel), green: blurred(image.green, kernel: kernel),
            blue: blurred(image.blue, kernel: kernel))
    }

    /// Weights of a Gaussian, the outermost first, the middle last; their variance is sigma's square.
    ///
    /// A Gaussian averaged over pixels is wider than it was, by about a twelfth of a square pixel: the one that
    /// comes out with the asked variance is found by halving an interval.
    ///
    /// - Parameter sigma: Standard deviation in pixels, 0.2 or more; less is taken for 0.2.
    /// - Returns: One half of the kernel with its middle; all weights together are 1.
    package static func kernel(sigma: Double) -> [Float] {
        let wanted = max(0.2, sigma)
        let radius = max(2, Int((4 * wanted).rounded(.up)))
        var low = 0.01
        var high = wanted
        for _ in 0..<50 {
            let middle = (low + high) / 2
            if variance(of: weights(sigma: middle, radius: radius)) < wanted * wanted {
                low = middle
            } else {
                high = middle
            }
        }
        return weights(sigma: high, radius: radius).map { Float($0) }
    }

    private static func weights(sigma: Double, radius: Int) -> [Double] {
        var weights: [Double] = []
        for offset in stride(from: radius, through: 0, by: -1) {
            let edge = Double(offset)
            weights.append(Steady.normalCDF((edge + 0.5) / sigma) - Steady.normalCDF((edge - 0.5) / sigma))
        }
        var total = -weights[radius]
        for weight in weights { total += 2 * weight }
        return weights.map { $0 / total }
    }

    private static func variance(of weights: [Double]) -> Double {
        var sum = 0.0
        for (index, weight) in weights.enumerated() {
            let offset = Double(weights.count - 1 - index)
            sum += 2 * weight * offset * offset
        }
        return sum
    }

    static func blurred(_ plane: Plane, kernel: [Float]) -> Plane {
        let width = plane.width
        let height = plane.height
        let radius = kernel.count - 1
        var across = Plane(width: width, height: height)
        var padded = [Float](repeating: 0, count: width + 2 * radius)
        for y in 0..<height {
            let base = y * width
            for x in 0..<width { padded[x + radius] = plane.samples[base + x] }
            for x in 0..<radius {
                padded[x] = plane.samples[base]
                padded[width + radius + x] = plane.samples[base + width - 1]
            }
            for x in 0..<width {
                var sum = kernel[radius] * padded[x + radius]
                for k in 0..<radius { sum += kernel[k] * (padded[x + k] + padded[x + 2 * radius - k]) }
                across.samples[base + x] = sum
            }
        }
        var out = Plane(width: width, height: height)
        for y in 0..<height {
            let base = y * width
            for x in 0..<width { out.samples[base + x] = kernel[radius] * across.samples[base + x] }
            for k in 0..<radius {
                let above = max(0, y - radius + k) * width
                let below = min(height - 1, y + radius - k) * width
                let weight = kernel[k]
                for x in 0..<width {
                    out.samples[base + x] += weight * (across.samples[above + x] + across.samples[below + x])
                }
            }
        }
        return out
    }

    /// Noise of the sensor, then 8-bit sRGB.
    static func encoded(_ image: RGBImage, camera: PhantomCamera) -> [UInt8] {
        let encoder = SRGBEncoder()
        var random = SeededRandom(seed: camera.noiseSeed)
        let perElectron = Float(1 / camera.fullWell)
        let read = Float((camera.readNoise / camera.fullWell) * (camera.readNoise / camera.fullWell))
        let count = image.width * image.height
        var out = [UInt8](repeating: 0, count: 3 * count)
        for index in 0..<count {
            var red = image.red.samples[index]
            var green = image.green.samples[index]
            var blue = image.blue.samples[index]
            if camera.isNoisy {
                red += random.quickNormal() * (max(0, red) * perElectron + read).squareRoot()
                green += random.quickNormal() * (max(0, green) * perElectron + read).squareRoot()
                blue += random.quickNormal() * (max(0, blue) * perElectron + read).squareRoot()
            }
            out[3 * index] = encoder(red)
            out[3 * index + 1] = encoder(green)
            out[3 * index + 2] = encoder(blue)
        }
        return out
    }
}
