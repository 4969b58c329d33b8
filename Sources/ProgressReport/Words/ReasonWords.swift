import ScalpMeasurement

/// Why a value or a verdict is missing, and what helps next time.
package enum ReasonWords {
    /// What is the matter, as it stands behind "because".
    ///
    /// - Parameter reason: The contract's word.
    /// - Returns: A clause; the word itself where it is not known.
    package static func clause(_ reason: String) -> String {
        if reason == MeasureVerdict.noEarlierPhoto { return "there is no earlier photo to compare it with" }
        guard let known = Reason(rawValue: reason) else { return "of “\(reason)”" }
        switch known {
        case .blurred: return "the photo is too blurred"
        case .overexposed: return "the photo is too bright"
        case .underexposed: return "the photo is too dark"
        case .glare: return "too much of the scalp shines"
        case .unevenLight: return "the light is too uneven"
        case .lowResolution: return "the scalp is too small in the photo"
        case .noSkin: return "the photo shows too little of the scalp"
        case .littleOverlap: return "the photo shows another part of the scalp"
        case .noReference: return "the photo shows no untreated skin beside the treated area"
        case .noTreatedRegion: return "the photo shows no treated area"
        case .noScale: return "the photo’s scale is not known"
        case .tooFewDots: return "too few dots can be seen"
        case .noDate: return "the date of the photo is not known"
        case .noSession: return "no session is noted before this photo"
        case .notRegistered: return "the photo could not be laid over the others"
        }
    }

    /// The same in a word or two, for tables.
    package static func short(_ reason: String) -> String {
        if reason == MeasureVerdict.noEarlierPhoto { return "nothing earlier" }
        guard let known = Reason(rawValue: reason) else { return reason }
        switch known {
        case .blurred: return "too blurred"
        case .overexposed: return "too bright"
        case .underexposed: return "too dark"
        case .glare: return "glare"
        case .unevenLight: return "uneven light"
        case .lowResolution: return "too far away"
        case .noSkin: return "too little scalp"
        case .littleOverlap: return "another part of the scalp"
        case .noReference: return "no untreated skin in view"
        case .noTreatedRegion: return "no treated area"
        case .noScale: return "no scale"
        case .tooFewDots: return "too few dots"
        case .noDate: return "no date"
        case .noSession: return "no session noted"
        case .notRegistered: return "not laid over the others"
        }
    }

    /// What to do so that the next photo gives a value, as a sentence; nil where nothing is to be done.
    ///
    /// - Parameter reason: The contract's word.
    /// - Returns: A sentence.
    package static func advice(_ reason: String) -> String? {
        switch Reason(rawValue: reason) {
        case .blurred: "Hold the phone still, tap to focus on the scalp and wait until the picture is sharp."
        case .overexposed: "Turn off the flash, step out of direct light, or tap on the brightest place."
        case .underexposed: "Use more light, best daylight from a window."
        case .glare: "Turn off the flash and take the photo in soft light, on a dry scalp."
        case .unevenLight: "Face the light, so that it falls evenly on the scalp, without shadows."
        case .lowResolution: "Go closer, so that the treated area fills the picture, and don’t zoom."
        case .noSkin: "Point the camera at the scalp, and let it fill most of the picture."
        case .littleOverlap, .notRegistered:
            "Take the photo from the same place and angle as the earlier ones."
        case .noReference: "Let a hand’s width of untreated skin beside the treated area be in the picture."
        case .noScale: "Lay a colour card into the picture, or note the scale in the client’s file."
        case .tooFewDots: "Go closer and focus on the dots."
        case .noDate: "Send the original file, or note the date in the client’s file."
        case .noSession: "Note the session’s date in the client’s file."
        case .noTreatedRegion, nil: nil
        }
    }

    /// How a photo that could not be read is told.
    ///
    /// - Parameter failure: The failure.
    /// - Returns: A sentence with the failure's own words.
    package static func failure(_ failure: PhotoFailure) -> String {
        let message = failure.message
        return message.isEmpty ? "This file could not be read (\(failure.code))." : message
    }
}
