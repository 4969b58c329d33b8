import HealingCurve
import PhotoDecoding

/// What the page says about photos laid over one another and about dots kept and lost.
///
/// A translation replaces this file.
package enum ViewWords {
    static let visits = "The same place at every visit"
    static let visitsExplanation =
        "Every photo is laid over the same place of the scalp: what differs is the skin, not the camera. Grey is "
        + "what a photo does not show."
    static let choose = "Choose a visit below the picture."
    static let compare = "Lay the first visit over the left side:"
    /// How much of the picture the first visit takes, by quarters, as a sign and in words.
    static let shares = [("off", "off"), ("¼", "a quarter"), ("½", "half"), ("¾", "three quarters")]
    static let chooser = "Visits"
    static let earlier = "One visit earlier"
    static let later = "One visit later"
    static let map = "Dots kept and lost"
    static let overlooked =
        "Each dot is shown as there or gone, whichever is likelier; the charts weigh the chances. Natural hairs that "
        + "come and go are left out."

    /// The heading of one of several views.
    static func view(_ name: String) -> Markup { "View: \(PageFrame.name(name))" }

    /// A visit in as few words as possible, as `Day 7`.
    static func mark(day: Double?) -> String {
        guard let day else { return "Day unknown" }
        return day < 0 ? "Before" : "Day \(DateWords.number(ofDay: day))"
    }

    /// How many visits the page leaves out of the picture for want of room.
    static func leftOut(_ count: Int) -> String {
        "\(ReportWords.count(count, "visit", "visits")) between these \(count == 1 ? "is" : "are") left out to keep "
            + "the page small."
    }

    /// Photos that are not laid over the others, with the reason.
    static func notShown(_ dates: [String], reason: String) -> String {
        "Not laid over the others: \(ReportWords.list(dates)), because \(ReasonWords.clause(reason))."
    }

    /// What has become of the dots, in a sentence.
    ///
    /// - Parameters:
    ///   - kept: Dots that the photo shows.
    ///   - lost: Dots that have gone.
    ///   - unseen: Dots of whose place the photo shows nothing.
    ///   - date: When the photo was taken, in words; nil where not known.
    /// - Returns: The sentence.
    static func kept(_ kept: Int, lost: Int, unseen: Int, date: String?) -> String {
        let all = kept + lost + unseen
        var text =
            "Of \(number(all)) \(all == 1 ? "dot" : "dots") that these photos know, \(number(kept)) "
            + "\(kept == 1 ? "is" : "are") still there"
        if let date { text += " on \(date)" }
        text += lost == 0 ? "; none has gone" : "; \(number(lost)) can no longer be seen"
        if unseen > 0 {
            text +=
                "; \(number(unseen)) \(unseen == 1 ? "lies" : "lie") where that photo does not show the skin"
        }
        return text + "."
    }

    /// A patch's label on the map.
    static func patch(area: Double?, day: Double?) -> String {
        let words = [
            area.map { (NumberText.significant($0, digits: 2) ?? "") + MeasureWords.noBreak + "cm²" },
            day.map { "since " + DateWords.day($0) },
        ].compactMap { $0 }
        return words.isEmpty ? "Dots gone" : words.joined(separator: ", ")
    }

    /// A patch in a sentence.
    static func patchSentence(area: Double?, date: String?, day: Double?) -> String {
        let size = area.map {
            " of about \(NumberText.significant($0, digits: 2) ?? "")\(MeasureWords.noBreak)cm²"
        }
        let when = [date, day.map(DateWords.day)].compactMap { $0 }.joined(separator: ", ")
        return "Dashed circle: a place\(size ?? "") where far more dots have gone than elsewhere"
            + (when.isEmpty ? "." : ", first seen on \(when).")
    }

    /// A legend's word for a mark's dots.
    static func madeBy(_ mark: DotMap.Mark, sessions: Int) -> String {
        guard sessions > 1 else { return "Dot that is still there" }
        switch mark {
        case .disc: return "Still there, made by session 1"
        case .square: return "Still there, made by session 2"
        case .triangle:
            return "Still there, made by session 3" + (sessions > 3 ? " or later" : "")
        case .diamond: return "Still there, session not known"
        }
    }
    static let lost = "Open: can no longer be seen"
    static let unseen = "Small and grey: not shown by this photo"

    /// A whole number with its thousands apart, as `3,912`.
    package static func number(_ value: Int) -> String {
        let digits = Array(String(abs(value)))
        var text = value < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }
}
