import Raster
import ScalpMeasurement

/// Made-up measures of a photo.
struct SampleMeasurement {
    var scale: PhotoScale? = PhotoScale(pixelsPerMillimetre: 20, source: .client)
    var problems: [Reason] = []
    var redness: Measured = .known(Estimate(value: 11.8123456, standardError: 0.61234))
    var darkness: Measured = .known(Estimate(value: 0.0312345678, standardError: 0.00123456))
    var opticalDensity: Measured = .known(Estimate(value: 0.47, standardError: 0.01))
    var tone: Measured = .known(Estimate(value: 0.012, standardError: 0.004))
    var coverage: Measured = .known(Estimate(value: 0.0367, standardError: 0.001))
    var density: Measured = .known(Estimate(value: 118.3, standardError: 1.9))
    var count = 4_211
    var scabs: Measured = .known(Estimate(value: 0.011, standardError: 0.002))
    var dots: [Dot] = []

    /// The measures as the measuring room gives them.
    ///
    /// That room has no initialiser for others yet, so the value is put together member by member.
    var value: PhotoMeasurement {
        let place = UnsafeMutablePointer<PhotoMeasurement>.allocate(capacity: 1)
        defer { unsafe place.deallocate() }
        func put<Value>(_ value: Value, at path: WritableKeyPath<PhotoMeasurement, Value>) {
            // Bounded by the allocation of one measurement: the path is a stored property of it.
            guard let member = unsafe place.pointer(to: path) else {
                preconditionFailure("not a stored property")
            }
            unsafe member.initialize(to: value)
        }
        put(scale, at: \.scale)
        put(problems, at: \.quality.problems)
        put(problems.contains(.blurred) ? 3.2 : 0.91234, at: \.quality.blurPixels)
        put(0.00123456, at: \.quality.clippedFraction)
        put(0.002, at: \.quality.glareFraction)
        put(0.12, at: \.quality.lightGradient)
        put(0.93, at: \.quality.skinFraction)
        put(redness, at: \.redness.difference)
        let hasReference = redness.reason != .noReference
        put(34.3, at: \.redness.erythemaIndex)
        put(hasReference ? 22.5 : nil, at: \.redness.referenceErythemaIndex)
        put(hasReference ? 4.9 : nil, at: \.redness.deltaA)
        put(hasReference ? 38.1 : nil, at: \.redness.individualTypologyAngle)
        put(darkness, at: \.darkness.pigmentLoad)
        put(opticalDensity, at: \.darkness.opticalDensity)
        put(tone, at: \.darkness.tone)
        put(coverage, at: \.coverage)
        put(density, at: \.density.value)
        put(count, at: \.density.count)
        put(nil, at: \.density.completeness)
        put(scale == nil ? nil : 35.6, at: \.density.areaSquareCentimetres)
        put(1.424, at: \.density.areaMegapixels)
        put(scabs, at: \.scabs.areaFraction)
        put(4, at: \.scabs.count)
        put(dots, at: \.dots)
        // Bounded as above; every stored property has been given its value.
        return unsafe place.move()
    }
}
