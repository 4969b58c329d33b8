/// The way from a picture's numbers to linear sRGB (D65), without clipping colours outside sRGB.
///
/// Curves are tables with an entry for every number, so a pixel of a matrix profile costs three look-ups and a
/// matrix. All other profiles go through Little CMS, grey ones once for each number.
struct LinearLight {
    /// What was odd about what the file says of its colours.
    private(set) var warnings: [PhotoWarning] = []
    private let colours: Int
    private let hasAlpha: Bool
    private let largest: Int
    private var red: [Float] = []
    private var green: [Float] = []
    private var blue: [Float] = []
    /// From the tables' light, or the transform's XYZ (D50), to linear sRGB; nil where it is that already.
    private var matrix: [Float]?
    private var transform: Codecs.ProfileTransform?
    private var remembered: ColourMemory?

    /// Prepares tables or a transform for a picture.
    ///
    /// - Throws: ``PhotoDecodingError/unsupported(format:detail:)`` for pictures in high dynamic range.
    init(_ header: PictureHeader, format: PhotoFormat) throws(PhotoDecodingError) {
        colours = header.colours
        hasAlpha = header.hasAlpha
        largest = (1 << header.bitsPerSample) - 1
        switch header.colour {
        case .unstated:
            useCurve(.standard)
            warnings.append(.noColourProfile)
        case .standard:
            useCurve(.standard)
        case .damagedProfile:
            takeAsStandard()
        case .gamma(let gamma, let primaries):
            useGamma(gamma, primaries: primaries)
        case .codePoints(let points):
            if points[1] == 16 || points[1] == 18 {
                throw .unsupported(format: format, detail: "high dynamic range")
            }
            useCodePoints(points)
        case .profile(let icc):
            if !useProfile(icc) { takeAsStandard() }
        }
    }

    private mutating func takeAsStandard() {
        transform = nil
        matrix = nil
        useCurve(.standard)
        warnings.append(.badColourProfile)
    }

    /// Takes one curve for all channels, in sRGB's own primaries.
    private mutating func useCurve(_ curve: TransferCurve) {
        red = curve.table(levels: largest + 1) ?? []
        green = red
        blue = red
    }

    private mutating func useGamma(_ gamma: Double, primaries: [Double]?) {
        // 1/2.2 is what writers of sRGB pictures put there for readers that know no more.
        let standsForStandard = abs(gamma - 1 / 2.2) < 0.001
        let isPlausible = (0.1...10).contains(gamma)
        guard isPlausible else { return takeAsStandard() }
        useCurve(standsForStandard ? .standard : .power(1 / gamma))
        guard colours == 3, let primaries else { return }
        guard let found = ColourSpace.standardMatrix(fromPrimaries: primaries) else {
            return takeAsStandard()
        }
        matrix = found.map { Float($0) }
    }

    /// Code points of ITU-T H.273, tables 2 and 3.
    private mutating func useCodePoints(_ points: [UInt8]) {
        let white = [0.3127, 0.3290]
        let primaries: [UInt8: [Double]] = [
            1: ColourSpace.standardPrimaries,
            5: white + [0.64, 0.33, 0.29, 0.60, 0.15, 0.06],
            6: white + [0.63, 0.34, 0.31, 0.595, 0.155, 0.07],
            9: white + [0.708, 0.292, 0.170, 0.797, 0.131, 0.046],
            11: [0.314, 0.351, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06],
            12: white + [0.68, 0.32, 0.265, 0.69, 0.15, 0.06],
        ]
        // Video's camera curves (1, 6, 14, 15) are shown by sRGB's by browsers and viewers.
        let curves: [UInt8: TransferCurve] = [
            1: .standard, 4: .power(2.2), 5: .power(2.8), 6: .standard, 8: .power(1), 13: .standard,
            14: .standard, 15: .standard,
        ]
        guard points[2] == 0, points[3] == 1, let curve = curves[points[1]], let named = primaries[points[0]],
            let found = ColourSpace.standardMatrix(fromPrimaries: named)
        else { return takeAsStandard() }
        useCurve(curve)
        if colours == 3, points[0] != 1 { matrix = found.map { Float($0) } }
    }

    /// Takes an ICC profile; false where it is broken or of another kind than the picture.
    private mutating func useProfile(_ icc: [UInt8]) -> Bool {
        guard let profile = Codecs.profile(icc),
            profile.colours == colours || (colours == 1 && profile.colours == 3)
        else { return false }
        if let (colorants, curves) = profile.matrix {
            guard let found = ColourSpace.standardMatrix(fromColorants: colorants),
                let tables = tables(of: curves)
            else { return false }
            (red, green, blue) = tables
            matrix = found.map { Float($0) }
            if colours == 1 { foldMatrixIntoTables() }
            return true
        }
        guard let made = Codecs.ProfileTransform(profile: icc, colours: profile.colours) else { return false }
        matrix = ColourSpace.standardMatrixFromXYZ().map { Float($0) }
        if colours > 1 {
            transform = made
            remembered = ColourMemory()
        } else {
            useGreyTables(made, colours: profile.colours)
            foldMatrixIntoTables()
        }
        return true
    }

    private func tables(of curves: [Codecs.ProfileCurve]) -> ([Float], [Float], [Float])? {
        let found = curves.compactMap { TransferCurve.profile($0).table(levels: largest + 1) }
        return found.count == 3 ? (found[0], found[1], found[2]) : nil
    }

    /// Of a grey picture each number stands for all three channels, so the matrix can be applied beforehand.
    private mutating func foldMatrixIntoTables() {
        guard let m = matrix else { return }
        for level in 0...largest {
            let (r, g, b) = (red[level], green[level], blue[level])
            red[level] = m[0] * r + m[1] * g + m[2] * b
            green[level] = m[3] * r + m[4] * g + m[5] * b
            blue[level] = m[6] * r + m[7] * g + m[8] * b
        }
        matrix = nil
    }

    private mutating func useGreyTables(_ transform: Codecs.ProfileTransform, colours: Int) {
        let levels = largest + 1
        let numbers = (0..<levels * colours).map { Float($0 / colours) / Float(largest) }
        var light = [Float](repeating: 0, count: levels * 3)
        transform.convert(numbers, pixels: levels, into: &light)
        red = (0..<levels).map { light[3 * $0] }
        green = (0..<levels).map { light[3 * $0 + 1] }
        blue = (0..<levels).map { light[3 * $0 + 2] }
    }

    /// Converts the first `pixels` of `samples` into `band` and lays them on white where they are transparent.
    ///
    /// - Returns: Whether a pixel was transparent.
    /// - Complexity: O(pixels).
    @inline(__always)
    mutating func convert<Sample: FixedWidthInteger & UnsignedInteger>(
        _ samples: [Sample], pixels: Int, into band: inout LinearBand
    ) -> Bool {
        let channels = colours + (hasAlpha ? 1 : 0)
        if transform != nil {
            convertThroughProfile(samples, pixels: pixels, channels: channels, into: &band)
        } else if colours == 1 {
            for i in 0..<pixels {
                let level = Int(samples[i * channels])
                band.red[i] = red[level]
                band.green[i] = green[level]
                band.blue[i] = blue[level]
            }
        } else if colours == 4 {
            convertInks(samples, pixels: pixels, into: &band)
        } else {
            look(up: samples, every: channels, pixels: pixels, into: &band)
            applyMatrix(pixels: pixels, to: &band)
        }
        return hasAlpha && layOnWhite(samples, pixels: pixels, channels: channels, in: &band)
    }

    /// Looks up three colours of each pixel, `step` samples apart.
    @inline(__always)
    private func look<Sample: FixedWidthInteger & UnsignedInteger>(
        up samples: [Sample], every step: Int, pixels: Int, into band: inout LinearBand
    ) {
        precondition(min(red.count, green.count, blue.count) > Int(Sample.max))
        precondition(band.red.count >= pixels && band.green.count >= pixels && band.blue.count >= pixels)
        precondition(step >= 3 && samples.count >= pixels * step)
        unsafe samples.withUnsafeBufferPointer { samples in
            unsafe withTables { red, green, blue in
                unsafe band.withPlanes { toRed, toGreen, toBlue in
                    guard var sample = samples.baseAddress else { return }
                    // Bounded: each table has an entry for every number.
                    for pixel in 0..<pixels {
                        unsafe toRed[pixel] = red[Int(truncatingIfNeeded: sample[0])]
                        unsafe toGreen[pixel] = green[Int(truncatingIfNeeded: sample[1])]
                        unsafe toBlue[pixel] = blue[Int(truncatingIfNeeded: sample[2])]
                        unsafe sample += step
                    }
                }
            }
        }
    }

    @inline(__always)
    private func withTables(
        _ body: (UnsafePointer<Float>, UnsafePointer<Float>, UnsafePointer<Float>) -> Void
    ) {
        unsafe red.withUnsafeBufferPointer { red in
            unsafe green.withUnsafeBufferPointer { green in
                unsafe blue.withUnsafeBufferPointer { blue in
                    guard let red = red.baseAddress, let green = green.baseAddress,
                        let blue = blue.baseAddress
                    else { return }
                    unsafe body(red, green, blue)
                }
            }
        }
    }

    private func applyMatrix(pixels: Int, to band: inout LinearBand) {
        guard let m = matrix else { return }
        let (m0, m1, m2, m3, m4, m5, m6, m7, m8) = (m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8])
        for i in 0..<pixels {
            let (r, g, b) = (band.red[i], band.green[i], band.blue[i])
            band.red[i] = m0 * r + m1 * g + m2 * b
            band.green[i] = m3 * r + m4 * g + m5 * b
            band.blue[i] = m6 * r + m7 * g + m8 * b
        }
    }

    /// Inks without a profile: each takes away its own colour, black all three, in sRGB numbers.
    @inline(__always)
    private func convertInks<Sample: FixedWidthInteger & UnsignedInteger>(
        _ samples: [Sample], pixels: Int, into band: inout LinearBand
    ) {
        for i in 0..<pixels {
            let paper = largest - Int(samples[4 * i + 3])
            func level(_ channel: Int) -> Int {
                ((largest - Int(samples[4 * i + channel])) * paper + largest / 2) / largest
            }
            band.red[i] = red[level(0)]
            band.green[i] = green[level(1)]
            band.blue[i] = blue[level(2)]
        }
    }

    /// Pixels that are looked up before what is not remembered goes through the profile together.
    private static let pixelsAtOnce = 1024

    @inline(__always)
    private mutating func convertThroughProfile<Sample: FixedWidthInteger & UnsignedInteger>(
        _ samples: [Sample], pixels: Int, channels: Int, into band: inout LinearBand
    ) {
        let scale = 1 / Float(largest)
        var numbers = [Float](repeating: 0, count: Self.pixelsAtOnce * colours)
        var light = [Float](repeating: 0, count: Self.pixelsAtOnce * 3)
        var unknown: [(pixel: Int, colour: UInt64)] = []
        for first in stride(from: 0, to: pixels, by: Self.pixelsAtOnce) {
            unknown.removeAll(keepingCapacity: true)
            for pixel in first..<min(first + Self.pixelsAtOnce, pixels) {
                var colour: UInt64 = 0
                for channel in 0..<colours {
                    colour = colour << 16 | UInt64(samples[pixel * channels + channel])
                }
                if let known = remembered?.light(of: colour) {
                    band.set(pixel, known)
                    continue
                }
                for channel in 0..<colours {
                    numbers[unknown.count * colours + channel] =
                        Float(samples[pixel * channels + channel]) * scale
                }
                unknown.append((pixel, colour))
            }
            transform?.convert(numbers, pixels: unknown.count, into: &light)
            for (index, (pixel, colour)) in unknown.enumerated() {
                let found = SIMD3(light[3 * index], light[3 * index + 1], light[3 * index + 2])
                remembered?.set(colour, found)
                band.set(pixel, found)
            }
        }
        applyMatrix(pixels: pixels, to: &band)
    }

    /// Lays pixels on white in linear light, as white paper behind a film.
    @inline(__always)
    private func layOnWhite<Sample: FixedWidthInteger & UnsignedInteger>(
        _ samples: [Sample], pixels: Int, channels: Int, in band: inout LinearBand
    ) -> Bool {
        var sawTransparency = false
        for i in 0..<pixels {
            let alpha = Int(samples[i * channels + channels - 1])
            if alpha == largest { continue }
            sawTransparency = true
            let share = Float(alpha) / Float(largest)
            band.red[i] = 1 + (band.red[i] - 1) * share
            band.green[i] = 1 + (band.green[i] - 1) * share
            band.blue[i] = 1 + (band.blue[i] - 1) * share
        }
        return sawTransparency
    }
}
