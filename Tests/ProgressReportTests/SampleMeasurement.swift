import PhotoDecoding
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

    /// What a small grey picture measures: a value of the room's own making, to be given other numbers.
    private static let blank: PhotoMeasurement = {
        let grey = Plane(width: 48, height: 48, repeating: 0.4)
        let photo = Photo(image: RGBImage(red: grey, green: grey, blue: grey))
        let survey = PhotoSurvey(of: photo, options: SurveyOptions())
        return survey.measurement(in: survey.regions, scale: nil)
    }()

    /// The measures as the measuring room gives them.
    var value: PhotoMeasurement {
        let hasReference = redness.reason != .noReference
        var value = Self.blank
        value.scale = scale
        value.quality.problems = problems
        value.quality.blurPixels = problems.contains(.blurred) ? 3.2 : 0.91234
        value.quality.clippedFraction = 0.00123456
        value.quality.glareFraction = 0.002
        value.quality.lightGradient = 0.12
        value.quality.skinFraction = 0.93
        value.redness.difference = redness
        value.redness.erythemaIndex = 34.3
        value.redness.referenceErythemaIndex = hasReference ? 22.5 : nil
        value.redness.deltaA = hasReference ? 4.9 : nil
        value.redness.individualTypologyAngle = hasReference ? 38.1 : nil
        value.darkness.pigmentLoad = darkness
        value.darkness.opticalDensity = opticalDensity
        value.darkness.tone = tone
        value.coverage = coverage
        value.density.value = density
        value.density.count = count
        value.density.completeness = nil
        value.density.areaSquareCentimetres = scale == nil ? nil : 35.6
        value.density.areaMegapixels = 1.424
        value.scabs.areaFraction = scabs
        value.scabs.count = 4
        value.dots = dots
        return value
    }
}
