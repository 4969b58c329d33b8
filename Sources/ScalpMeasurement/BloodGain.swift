import SteadyMath

/// How much more redness there is than a camera shows, read from how blood changes the skin in its photo.
///
/// No camera sees as the standard observer does. Blood takes away much green, less blue and little red; a camera
/// whose red channel looks into the green shows a smaller erythema index, and in the same photo its green falls more
/// for each EI, and its blue differently. So how green and blue go along with redness tells the error, whatever
/// camera and lamp it was. Both are differences within one photo, so exposure cancels.
///
/// The table is fitted to cameras, lamps and skins drawn from spectra (`Benchmarks/RednessGain/derive.py`).
struct BloodGain {
    /// True redness over what the camera shows, natural log.
    let log: Double
    /// Its standard error.
    let error: Double

    /// Greatest correction, either way: beyond it the photo is like none that the table was fitted to.
    static let greatestLog = 0.35
    /// What the slope of brightness may be off by beside what the cells' scatter shows: hair and ink in the skin.
    static let errorOfSlope = 0.1
    /// What is left of the error in redness with everything known.
    static let leastError = 0.08
    /// What is left more, for each unit that blue falls less than green: dark skin, whose blue tells little.
    static let errorOfDarkSkin = 0.15
    /// Least standard error of the difference in `100 log10 G/B`: the light's colour.
    static let leastBluenessError = 0.2
    /// Least change of green over blue with one EI that the table was fitted to.
    static let bluest = -4.0
    /// Least redness that its change of blue is divided by, EI.
    static let leastRedness = 0.5

    /// Change of green with one EI above which no blood is: it takes green away, and hardly less than redness grows.
    static let noBlood = -0.75
    /// The same below which blood is for certain.
    static let surelyBlood = -0.95
    /// Error where nothing is known of the camera.
    static let errorOfUnknown = 0.15

    /// Reads the gain.
    ///
    /// - Parameters:
    ///   - slopes: How brightness goes along with colour over the skin's blotches.
    ///   - redness: Erythema index of treated less reference skin as the camera shows it, EI.
    ///   - blueness: The same of `100 log10 G/B`.
    ///   - bluenessError: Standard error of that.
    init(slopes: SkinSlopes, redness: Double, blueness: Double, bluenessError: Double) {
        // Where there is little redness its colour is mostly chance: then what is usual.
        let usualBlue = BloodGainTable.blue
        let shownBlue = abs(redness) > 0.1 ? blueness / redness : usualBlue.expected
        let scatter = max(bluenessError, Self.leastBluenessError)
        let variance = scatter * scatter / (redness * redness + 0.01) * (1 + shownBlue * shownBlue)
        let spread = usualBlue.deviation * usualBlue.deviation
        let blue = (shownBlue * spread + usualBlue.expected * variance) / (spread + variance)

        let usualGreen = BloodGainTable.green
        let expected = usualGreen.expected + usualGreen.byBlue * (blue - usualBlue.expected)
        let shownGreen = slopes.redness + slopes.blueness * blue
        let errors = slopes.errors
        let slopeVariance =
            errors.redness + 2 * blue * errors.both + blue * blue * errors.blueness
            + Self.errorOfSlope * Self.errorOfSlope
        let greenSpread = usualGreen.deviation * usualGreen.deviation
        let green = (shownGreen * greenSpread + expected * slopeVariance) / (greenSpread + slopeVariance)

        let value = Self.gain(green: green, blue: blue)
        let byGreen = (Self.gain(green: green + 0.1, blue: blue) - value) / 0.1 * slopeVariance.squareRoot()
        let byBlue =
            (Self.gain(green: green, blue: blue + 0.1) - value) / 0.1
            * min(scatter / max(abs(redness), Self.leastRedness), usualBlue.deviation)
        let dark = Self.errorOfDarkSkin * max(0, -max(blue, Self.bluest) - 1)
        let left = Self.leastError * Self.leastError + byGreen * byGreen + byBlue * byBlue + dark * dark
        let trust = min(max((Self.noBlood - green) / (Self.noBlood - Self.surelyBlood), 0), 1)
        let unknown = (1 - trust) * Self.errorOfUnknown
        log = trust * min(max(value, -Self.greatestLog), Self.greatestLog)
        error = (left + unknown * unknown).squareRoot()
    }

    /// Nothing known of the camera.
    static let unknown = BloodGain(log: 0, error: errorOfUnknown)

    private init(log: Double, error: Double) {
        self.log = log
        self.error = error
    }

    /// The table's answer.
    ///
    /// - Parameters:
    ///   - green: Change of `100 log10 G` with one EI of redness, below 0.
    ///   - blue: Change of `100 log10 G/B` with one EI.
    /// - Returns: Natural log of true redness over shown.
    static func gain(green: Double, blue: Double) -> Double {
        let held = min(max(blue, bluest), 2)
        let g = Steady.log(min(max(-green, 0.7), 6) / 1.5)
        let b = held / (1 + 0.25 * abs(held))
        let w = BloodGainTable.weights
        return w.0 + w.1 * g + w.2 * b + w.3 * g * g + w.4 * g * b + w.5 * b * b
    }
}
