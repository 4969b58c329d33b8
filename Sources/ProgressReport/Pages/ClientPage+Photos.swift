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

    private func card(_ photo: ReportPhoto) -> Markup {
        let date =
            photo.taken.map(language.dates.long)
            ?? language.text(isRead(photo) ? "photos.no-date" : "photos.not-readable")
        let day = photo.visit?.day.map { " · " + language.dates.day($0) } ?? ""
        let pictures = pictures(photo)
        let words: Markup = """
            <div><h3>\(date)\(day)</h3>
            <p class="meta small">\(PageFrame.name(photo.file))\(place(photo))</p>
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

    private func pictures(_ photo: ReportPhoto) -> Markup {
        guard let visit = photo.visit else { return Markup() }
        let name =
            photo.taken.map { language.text("photos.picture", ["date": language.dates.long($0)]) }
            ?? language.text("photos.picture-file", ["file": photo.file])
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

    /// Rings around the lost patches that the photo shows.
    private func rings(_ photo: ReportPhoto) -> Markup {
        guard photo.width > 0, photo.height > 0 else { return Markup() }
        var markup = Markup()
        for finding in report.findings where finding.photo == photo.file {
            guard let centre = finding.centre else { continue }
            // Without a scale or an area the ring takes an eighth of the photo's width.
            var width = 12.5
            if let area = finding.areaSquareCentimetres, case .success(let measurement) = photo.outcome,
                let scale = measurement.scale
            {
                let diameter = 2 * (area * 100 / Double.pi).squareRoot() * scale.pixelsPerMillimetre
                width = min(max(diameter * 1.2 / Double(photo.width) * 100, 5), 90)
            }
            let left = (centre.x + 0.5) / Double(photo.width) * 100
            let top = (centre.y + 0.5) / Double(photo.height) * 100
            guard (0...100).contains(left), (0...100).contains(top) else { continue }
            markup += """
                <span class="ring" role="img" aria-label="\(language.findings.title(finding.code))" \
                style="left:\(ChartFrame.number(left))%;top:\(ChartFrame.number(top))%;\
                width:\(ChartFrame.number(width))%"></span>
                """
        }
        return markup
    }

    private func told(_ photo: ReportPhoto) -> Markup {
        switch photo.outcome {
        case .failure(let failure):
            return "<p><b>\(language.text("photos.not-read"))</b> \(language.reasons.failure(failure))</p>"
        case .success(let measurement):
            return values(photo, measurement) + missing(photo) + quality(photo, measurement)
        }
    }

    private func values(_ photo: ReportPhoto, _ measurement: PhotoMeasurement) -> Markup {
        let items = CurveMeasure.allCases.compactMap { measure -> Markup? in
            guard let estimate = report.value(of: measure, in: photo)?.estimate else { return nil }
            return """
                <li><span>\(language.measures.name(measure))</span><span>\
                <b>\(reading(of: measure, in: photo, estimate, hasScale: measurement.scale != nil))</b> \
                </span><span>\(state(of: measure, in: photo, isBrief: true))</span></li>

                """
        }
        return items.isEmpty ? Markup() : "<ul class=\"values\">\n\(items)</ul>"
    }

    /// Measures without a value, gathered by reason, in the order in which the reasons come.
    private func missing(_ photo: ReportPhoto) -> Markup {
        if isBeforeFirst(photo), case .success(let measurement) = photo.outcome,
            measurement.quality.problems.isEmpty, showsNothing(photo)
        {
            return "<p class=\"muted\">\(language.text("photos.before"))</p>\n"
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
        let items = reasons.map { reason -> Markup in
            let told = language.text(
                "photos.not-given",
                [
                    "measures": language.lists.and(names[reason] ?? []),
                    "because": language.reasons.clause(reason),
                ])
            return "<p class=\"muted small\">\(told)</p>\n"
        }
        return "\(items)"
    }

    /// Warnings of every photo that could be read: these are told once, below.
    var commonWarnings: [PhotoWarning] {
        let read = report.photos.filter(isRead)
        guard read.count > 1, let first = read.first else { return [] }
        return first.warnings.filter { warning in read.allSatisfy { $0.warnings.contains(warning) } }
    }

    private func quality(_ photo: ReportPhoto, _ measurement: PhotoMeasurement) -> Markup {
        var notes: [String] = []
        var reasons = measurement.quality.problems
        if let withheld = photo.visit?.withheld, !reasons.contains(withheld), photo.visit?.day ?? 0 >= 0 {
            reasons.append(withheld)
        }
        for reason in reasons {
            notes.append(
                language.lists.sentences([
                    language.measures.notCompared(because: reason.rawValue),
                    language.reasons.advice(reason.rawValue),
                ]))
        }
        if photo.dateSource == "filetime" {
            notes.append(language.text("photos.file-date"))
        }
        let warnings = photo.warnings.filter { !commonWarnings.contains($0) }.map {
            "<p class=\"small muted\">\(language.report.warning($0))</p>\n" as Markup
        }
        return "\(notes.map { "<p class=\"small\">\($0)</p>\n" as Markup })\(warnings)"
    }
}
