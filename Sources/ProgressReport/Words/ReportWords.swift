import HealingCurve
import PhotoDecoding

/// Headings and standing sentences of the pages.
///
/// A translation replaces this file.
package enum ReportWords {
    /// Language of the pages, for `lang`.
    package static let language = "en"
    /// The sentence that every report carries, word for word from the method's definition.
    package static let intendedUse =
        "Records and compares the cosmetic appearance of scalp micropigmentation in photographs; not for "
        + "diagnosing, monitoring, predicting or treating any disease or injury."
    static let product = "Scalpline"
    static let reportTitle = "Progress report"
    static let overviewTitle = "All clients"
    static let timeAxis = "days since the first session"
    static let symptomsTitle = "Itching and tenderness"
    static let symptomsExplanation = "As noted by the client, from 0 (none) to 10."

    static let findings = "What to look at"
    static let earlierFindings = "Seen on earlier photos"
    static let revised = "What the newest photos changed"
    static let revisedExplanation =
        "Every photo tells a little of the earlier ones too. Since the report before this one, with photos added:"
    static let position = "Where you are"
    static let expectedNow = "What is expected now"
    static let careNow = "How to care for it"
    static let comesNext = "The next steps"
    static let adviceFirst = "What your practitioner told you comes first."
    static let photos = "Photos"
    static let earlier = "earlier"
    static let firstValue = "first value"
    static let charts = "Over time"
    static let chartNumbers = "The bands as numbers, for a spreadsheet:"
    static let table = "All values"
    static let about = "About this report"

    static let beforeTreatment =
        "Taken before treatment: there is no pigment to measure yet. It is the picture to look back at."

    static let limits = [
        "Photos are compared by differences within each photo, so light and camera matter less; they still "
            + "matter. Every value comes with its standard error: about two in three repeated photos would differ "
            + "by less than that, nineteen in twenty by less than twice that.",
        "The expected range holds nine in ten true values. It rests on clinic accounts and few published "
            + "series, and is wide on purpose. One value in ten lies outside it by chance.",
        "The range for a photo is worked out from earlier photos alone. A later photo may change an earlier "
            + "value or verdict.",
        "A photo that fails a quality check is shown and measured where that is honest, but not compared.",
    ]

    /// A stage's name in a chart.
    static func shortStage(_ stage: HealingStage) -> String {
        switch stage {
        case .before: "Before"
        case .immediateCare: "Care"
        case .initialHealing: "Healing"
        case .settling: "Settling"
        case .longTerm: "Long term"
        }
    }

    /// A session's mark in a chart.
    static func sessionMark(_ number: Int, of count: Int) -> String {
        count == 1 ? "Session" : number == 1 ? "Session 1" : "\(number)"
    }

    /// How a verdict changed, behind the measure's name.
    static func revision(from before: CurveStatus, to after: CurveStatus) -> String {
        let was = before == .notComparable ? "could not be compared" : "was " + MeasureWords.status(before)
        let now =
            after == .notComparable ? "can no longer be compared" : "is now " + MeasureWords.status(after)
        return "\(was), \(now)."
    }

    /// A count with its noun, as `1 photo` and `3 photos`.
    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) " + (number == 1 ? one : many)
    }

    /// Words joined as a sentence does, as `redness, scabs and darkness`.
    static func list(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension ReportWords {
    /// What was odd about all files alike.
    static func commonWarning(_ warning: PhotoWarning) -> String {
        switch warning {
        case .noColourProfile: "None of the photos names a colour profile; their colours were taken for sRGB."
        case .badColourProfile:
            "The photos’ colour profiles are damaged; their colours were taken for sRGB."
        case .transparency: "See-through parts of the photos were laid on white."
        case .reducedSize: "Very large photos were measured at a reduced size."
        case .badMetadata: "Damaged notes in the photos’ files were left out."
        }
    }

    /// What was odd about a file.
    static func warning(_ warning: PhotoWarning) -> String {
        switch warning {
        case .noColourProfile: "The photo names no colour profile; its colours were taken for sRGB."
        case .badColourProfile: "The photo’s colour profile is damaged; its colours were taken for sRGB."
        case .transparency: "See-through parts of the photo were laid on white."
        case .reducedSize: "The photo is very large and was measured at a reduced size."
        case .badMetadata: "Damaged notes in the photo’s file were left out."
        }
    }
}
