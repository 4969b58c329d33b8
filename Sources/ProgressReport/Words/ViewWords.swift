import HealingCurve
import PhotoDecoding

/// What the page says about photos laid over one another and about dots kept and lost.
package struct ViewWords: Sendable {
    let language: Language

    /// How much of the picture the first visit takes, by quarters, as a sign and in words.
    var shares: [(sign: String, words: String)] {
        let off = language.text("visits.off")
        return [
            (off, off), ("¼", language.text("visits.quarter")), ("½", language.text("visits.half")),
            ("¾", language.text("visits.three-quarters")),
        ]
    }

    /// The heading of one of several views.
    func view(_ name: String) -> Markup { language.markup("page.view", ["name": PageFrame.name(name)]) }

    /// How many visits the page leaves out of the picture for want of room.
    func leftOut(_ count: Int) -> String { language.text("visits.left-out", count: count) }

    /// Photos that are not laid over the others, with the reason.
    func notShown(_ dates: [String], reason: String) -> String {
        language.text(
            "visits.not-shown",
            ["dates": language.lists.and(dates), "because": language.reasons.clause(reason)])
    }

    /// What has become of the dots, in a sentence.
    ///
    /// - Parameters:
    ///   - kept: Dots that the photo shows.
    ///   - lost: Dots that have gone.
    ///   - unseen: Dots of whose place the photo shows nothing.
    ///   - date: When the photo was taken, in words; nil where not known.
    /// - Returns: The sentence.
    func kept(_ kept: Int, lost: Int, unseen: Int, date: String?) -> String {
        language.text(
            "dots.summary",
            [
                "known": language.text("dots.known", count: kept + lost + unseen),
                "kept": language.text("dots.kept", count: kept),
                "date": date.map { language.text("dots.date", ["date": $0]) } ?? "",
                "lost": lost == 0 ? language.text("dots.none-lost") : language.text("dots.lost", count: lost),
                "unseen": unseen > 0 ? language.text("dots.unseen", count: unseen) : "",
            ])
    }

    /// A patch's label on the map.
    func patch(area: Double?, day: Double?) -> String {
        let words = language.lists.commas([
            area.map(squareCentimetres),
            day.map { language.text("dots.since", ["day": language.dates.day($0)]) },
        ])
        return words.isEmpty ? language.text("dots.patch-label") : words
    }

    /// A patch in a sentence.
    func patchSentence(area: Double?, date: String?, day: Double?) -> String {
        let size = area.map { language.text("dots.patch-area", ["area": squareCentimetres($0)]) }
        let when = language.lists.commas([date, day.map(language.dates.day)])
        return language.text(
            "dots.patch",
            [
                "area": size ?? "",
                "seen": when.isEmpty ? "" : language.text("dots.patch-seen", ["when": when]),
            ])
    }

    private func squareCentimetres(_ area: Double) -> String {
        language.text("dots.area", ["area": language.numbers.significant(area, digits: 2)])
    }

    /// A legend's word for a mark's dots.
    func madeBy(_ mark: DotMap.Mark, sessions: Int) -> String {
        guard sessions > 1 else { return language.text("dots.there") }
        switch mark {
        case .disc: return language.text("dots.there-first")
        case .square: return language.text("dots.there-second")
        case .triangle: return language.text(sessions > 3 ? "dots.there-later" : "dots.there-third")
        case .diamond: return language.text("dots.there-unknown")
        }
    }

    /// A legend's words with how many there are.
    func counted(_ words: String, _ count: Int) -> String {
        language.text("dots.counted", ["words": words, "count": language.numbers.whole(count)])
    }
}
