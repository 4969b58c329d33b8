import HealingCurve
import PhotoDecoding
import ScalpMeasurement

extension ClientPage {
    /// The photos in order, each with what was measured.
    var photos: Markup {
        guard !report.photos.isEmpty else { return Markup() }
        return """
            <section><h2>\(language.text("photos.heading"))</h2>
            \(overlayLegend)
            <div class="photos">
            \(report.photos.map(card))</div></section>
            """
    }

    /// What the lines on the marked photos mean; those only that can be seen.
    private var overlayLegend: Markup {
        guard report.photos.contains(where: { $0.visit?.overlay?.isEmpty == false && !showsNothing($0) })
        else { return Markup() }
        return OverlayLegend(language: language).markup(
            hasLostPatch: report.findings.contains { $0.centre != nil })
    }

    /// Whether a photo from before treatment has no place to measure: nothing is marked on it.
    private func showsNothing(_ photo: ReportPhoto) -> Bool {
        guard case .success(let measurement) = photo.outcome else { return true }
        return isBeforeFirst(photo) && measurement.coverage.estimate == nil
    }

    /// Whether a photo was taken before the first session.
    func isBeforeFirst(_ photo: ReportPhoto) -> Bool { (photo.visit?.day ?? 0) < 0 }

    /// A photo's date and day.
    func heading(_ photo: ReportPhoto) -> String {
        let date =
            photo.taken.map(language.dates.long)
            ?? language.text(isRead(photo) ? "photos.no-date" : "photos.not-readable")
        return date + (photo.visit?.day.map { " · " + language.dates.day($0) } ?? "")
    }

    /// A photo's file, stage and view.
    func placeLine(_ photo: ReportPhoto) -> Markup { "\(PageFrame.name(photo.file))\(place(photo))" }

    private func card(_ photo: ReportPhoto) -> Markup {
        let pictures = pictures(photo)
        let words: Markup = """
            <div><h3>\(heading(photo))</h3>
            <p class="meta small">\(placeLine(photo))</p>
            \(told(photo))</div>
            """
        if pictures.text.isEmpty { return "<article class=\"card\">\(words)</article>\n" }
        return "<article class=\"card photo\"><div class=\"pictures\">\(pictures)</div>\n\(words)</article>\n"
    }

    private func isRead(_ photo: ReportPhoto) -> Bool {
        if case .success = photo.outcome { true } else { false }
    }

    private func place(_ photo: ReportPhoto) -> Markup {
        guard let visit = photo.visit else { return Markup() }
        let hasViews = Set(report.photos.compactMap { $0.visit?.view }).count > 1
        var markup = Markup()
        if let stage = visit.stage, stage != .before { markup += " · \(language.stages.name(stage))" }
        if hasViews {
            markup += " · \(language.markup("photos.view", ["name": PageFrame.name(visit.view)]))"
        }
        return markup
    }

    /// What a photo's picture shows, for those who don't see it.
    func pictureName(_ photo: ReportPhoto) -> String {
        photo.taken.map { language.text("photos.picture", ["date": language.dates.long($0)]) }
            ?? language.text("photos.picture-file", ["file": photo.file])
    }

    private func pictures(_ photo: ReportPhoto) -> Markup {
        guard let visit = photo.visit else { return Markup() }
        let name = pictureName(photo)
        let size: Markup =
            photo.width > 0 && photo.height > 0 ? " width=\"\(photo.width)\" height=\"\(photo.height)\"" : ""
        var markup = Markup()
        if let thumbnail = visit.thumbnail, !thumbnail.isEmpty {
            markup += """
                <figure><span class="frame"><img src="data:image/jpeg;base64,\(Markup(raw: Base64.text(thumbnail)))" \
                alt="\(name)"\(size)>\(rings(photo))</span></figure>
                """
        }
        if let overlay = visit.overlay, !overlay.isEmpty, !showsNothing(photo) {
            let address = Markup.address(overlay)
            markup += """
                <figure><a href="\(address)"><img src="\(address)" \
                alt="\(language.text("photos.marked", ["photo": name]))"\(size)></a>\
                <figcaption>\(language.text("photos.found")) \
                <span class="screen">\(language.text("photos.enlarge"))</span></figcaption></figure>
                """
        }
        return markup
    }

    /// A ring around a lost patch: its middle in shares of the photo's sides, its diameter as a share of the width.
    struct RingPlace {
        var left: Double, top: Double, width: Double
        /// The finding's heading.
        var words: String
    }

    /// Where the photo shows lost patches.
    func ringPlaces(_ photo: ReportPhoto) -> [RingPlace] {
        guard photo.width > 0, photo.height > 0 else { return [] }
        return report.findings.filter { $0.photo == photo.file }.compactMap { finding in
            guard let centre = finding.centre else { return nil }
            // Without a scale or an area the ring takes an eighth of the photo's width.
            var width = 0.125
            if let area = finding.areaSquareCentimetres, case .success(let measurement) = photo.outcome,
                let scale = measurement.scale
            {
                let diameter = 2 * (area * 100 / Double.pi).squareRoot() * scale.pixelsPerMillimetre
                width = min(max(diameter * 1.2 / Double(photo.width), 0.05), 0.9)
            }
            let left = (centre.x + 0.5) / Double(photo.width)
            let top = (centre.y + 0.5) / Double(photo.height)
            guard (0...1).contains(left), (0...1).contains(top) else { return nil }
            return RingPlace(
                left: left, top: top, width: width, words: language.findings.title(finding.code))
        }
    }

    private func rings(_ photo: ReportPhoto) -> Markup {
        let rings = ringPlaces(photo).map { ring -> Markup in
            """
            <span class="ring" role="img" aria-label="\(ring.words)" \
            style="left:\(ChartFrame.number(ring.left * 100))%;top:\(ChartFrame.number(ring.top * 100))%;\
            width:\(ChartFrame.number(ring.width * 100))%"></span>
            """
        }
        return "\(rings)"
    }

    private func told(_ photo: ReportPhoto) -> Markup {
        switch photo.outcome {
        case .failure(let failure):
            return "<p><b>\(language.text("photos.not-read"))</b> \(language.reasons.failure(failure))</p>"
        case .success:
            return values(photo) + paragraphs(missingSentences(photo), "muted small")
                + paragraphs(qualitySentences(photo), "small")
                + paragraphs(warningSentences(photo), "small muted")
        }
    }

    private func paragraphs(_ sentences: [String], _ css: Markup) -> Markup {
        "\(sentences.map { "<p class=\"\(css)\">\($0)</p>\n" as Markup })"
    }

    /// A measure's value in a photo, in words.
    struct Reading {
        var name: String
        var value: String
        /// How it lies.
        var state: Markup
        var isOff: Bool
    }

    /// The values that a photo gave.
    func readings(_ photo: ReportPhoto) -> [Reading] {
        guard case .success(let measurement) = photo.outcome else { return [] }
        return CurveMeasure.allCases.compactMap { measure in
            guard let estimate = report.value(of: measure, in: photo)?.estimate else { return nil }
            return Reading(
                name: language.measures.name(measure),
                value: reading(of: measure, in: photo, estimate, hasScale: measurement.scale != nil),
                state: state(of: measure, in: photo, isBrief: true), isOff: report.isOff(measure, in: photo))
        }
    }

    private func values(_ photo: ReportPhoto) -> Markup {
        let items = readings(photo).map { reading -> Markup in
            """
            <li><span>\(reading.name)</span><span><b>\(reading.value)</b> </span><span>\(reading.state)</span></li>

            """
        }
        return items.isEmpty ? Markup() : "<ul class=\"values\">\n\(items)</ul>"
    }

    /// Measures without a value, gathered by reason, in the order in which the reasons come.
    func missingSentences(_ photo: ReportPhoto) -> [String] {
        if isBeforeFirst(photo), case .success(let measurement) = photo.outcome,
            measurement.quality.problems.isEmpty, showsNothing(photo)
        {
            return [language.text("photos.before")]
        }
        var reasons: [String] = []
        var names: [String: [String]] = [:]
        let isBefore = (photo.visit?.day ?? 0) < 0
        for measure in CurveMeasure.allCases {
            // Before a session there is nothing to say about its dots.
            if isBefore && measure == .darkness { continue }
            guard let reason = report.value(of: measure, in: photo)?.reason?.rawValue else { continue }
            if names[reason] == nil { reasons.append(reason) }
            names[reason, default: []].append(language.measures.inline(measure))
        }
        return reasons.map { reason in
            language.text(
                "photos.not-given",
                [
                    "measures": language.lists.and(names[reason] ?? []),
                    "because": language.reasons.clause(reason),
                ])
        }
    }

    /// Warnings of every photo that could be read: these are told once, below.
    var commonWarnings: [PhotoWarning] {
        let read = report.photos.filter(isRead)
        guard read.count > 1, let first = read.first else { return [] }
        return first.warnings.filter { warning in read.allSatisfy { $0.warnings.contains(warning) } }
    }

    /// Why a photo is not compared, and what is doubtful about its date.
    func qualitySentences(_ photo: ReportPhoto) -> [String] {
        guard case .success(let measurement) = photo.outcome else { return [] }
        var reasons = measurement.quality.problems
        if let withheld = photo.visit?.withheld, !reasons.contains(withheld), photo.visit?.day ?? 0 >= 0 {
            reasons.append(withheld)
        }
        let notes = reasons.map { reason in
            language.lists.sentences([
                language.measures.notCompared(because: reason.rawValue),
                language.reasons.advice(reason.rawValue),
            ])
        }
        return notes + (photo.dateSource == "filetime" ? [language.text("photos.file-date")] : [])
    }

    /// What was odd about a photo's file, where it is not so for all.
    func warningSentences(_ photo: ReportPhoto) -> [String] {
        guard isRead(photo) else { return [] }
        return photo.warnings.filter { !commonWarnings.contains($0) }.map { language.report.warning($0) }
    }
}
