import Raster
import SteadyMath

extension PhantomRenderer {
    /// From the light before the lens to the picture's pixels: lens, sensor, white balance, matrix, tone, sharpening.
    ///
    /// - Returns: 8-bit sRGB, and linear sRGB before noise and tone curve.
    func developed(
        _ light: RGBImage, camera: PhantomCamera, capture: PhantomCapture, colours: SceneColours
    ) -> (pixels: [UInt8], image: RGBImage) {
        var focused = Self.blurred(light, sigma: camera.blurPixels)
        let spread = SpreadKernel(defocusRadius: capture.defocusRadius, motion: capture.motion)
        if !spread.taps.isEmpty {
            focused = RGBImage(
                red: spread.applied(to: focused.red), green: spread.applied(to: focused.green),
                blue: spread.applied(to: focused.blue))
        }
        let calm = StandardObserver.colour(of: colours.skin.reflectance()).luminance
        let gain = Self.everydayGain(calm: calm) * camera.exposure
        let balance = capture.whiteBalanceError
        let gains = SIMD3<Float>(
            Float(gain * balance.red), Float(gain * balance.green), Float(gain * balance.blue))
        return exposed(
            focused, gains: gains, veil: Float(capture.veil), camera: camera, capture: capture)
    }

    private func exposed(
        _ focused: RGBImage, gains: SIMD3<Float>, veil: Float, camera: PhantomCamera, capture: PhantomCapture
    ) -> (pixels: [UInt8], image: RGBImage) {
        let m = ColourMatrix(fittedTo: capture.sensor).elements.map(Float.init)
        let rows = (SIMD3(m[0], m[1], m[2]), SIMD3(m[3], m[4], m[5]), SIMD3(m[6], m[7], m[8]))
        let amplified = capture.sensor.gains(under: capture.lamp)
        let perElectron = 1 / camera.fullWell
        let read = camera.readNoise / camera.fullWell
        // A channel that is amplified more has fewer electrons for the same signal.
        let shot = SIMD3<Float>(
            Float(amplified.red * perElectron), Float(perElectron), Float(amplified.blue * perElectron))
        let floor = SIMD3<Float>(
            Float(amplified.red * amplified.red * read * read), Float(read * read),
            Float(amplified.blue * amplified.blue * read * read))
        let tone = ToneCurve(contrast: capture.contrast, lift: capture.lift)
        var random = SeededRandom(seed: camera.noiseSeed)
        var image = focused
        var coded = focused
        for index in 0..<focused.width * focused.height {
            let signal =
                gains
                * (veil
                    + SIMD3(
                        focused.red.samples[index], focused.green.samples[index],
                        focused.blue.samples[index]))
            image.red.samples[index] = (rows.0 * signal).sum()
            image.green.samples[index] = (rows.1 * signal).sum()
            image.blue.samples[index] = (rows.2 * signal).sum()
            var noisy = signal
            if camera.isNoisy {
                let positive = signal.replacing(with: 0, where: signal .< 0)
                let sigma = (positive * shot + floor).squareRoot()
                noisy +=
                    sigma * SIMD3(random.quickNormal(), random.quickNormal(), random.quickNormal())
            }
            // The sensor's full well, in each channel after its gain.
            noisy = noisy.replacing(with: 1, where: noisy .> 1)
            coded.red.samples[index] = tone((rows.0 * noisy).sum())
            coded.green.samples[index] = tone((rows.1 * noisy).sum())
            coded.blue.samples[index] = tone((rows.2 * noisy).sum())
        }
        if capture.sharpening > 0 { Self.sharpen(&coded, capture: capture) }
        var pixels = [UInt8](repeating: 0, count: 3 * focused.width * focused.height)
        for index in 0..<focused.width * focused.height {
            pixels[3 * index] = Self.code(coded.red.samples[index])
            pixels[3 * index + 1] = Self.code(coded.green.samples[index])
            pixels[3 * index + 2] = Self.code(coded.blue.samples[index])
        }
        return (pixels, image)
    }

    @inline(__always)
    private static func code(_ value: Float) -> UInt8 { UInt8(max(0, min(255, value * 255 + 0.5))) }

    /// Overshoot that phones allow, in coded light.
    private static let mostOvershoot: Float = 0.12

    /// Unsharp masking of the coded luma.
    private static func sharpen(_ coded: inout RGBImage, capture: PhantomCapture) {
        let count = coded.width * coded.height
        var luma = Plane(width: coded.width, height: coded.height)
        for index in 0..<count {
            luma.samples[index] =
                0.299 * coded.red.samples[index] + 0.587 * coded.green.samples[index] + 0.114
                * coded.blue.samples[index]
        }
        let smooth = blurred(luma, kernel: kernel(sigma: capture.sharpeningSigma))
        let amount = Float(capture.sharpening)
        for index in 0..<count {
            let detail = amount * (luma.samples[index] - smooth.samples[index])
            let held = max(-mostOvershoot, min(mostOvershoot, detail))
            coded.red.samples[index] += held
            coded.green.samples[index] += held
            coded.blue.samples[index] += held
        }
    }
}
