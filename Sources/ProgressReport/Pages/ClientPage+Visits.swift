import HealingCurve

extension ClientPage {
    /// A view's visits in one frame.
    ///
    /// One picture at a time, chosen by radio buttons, which need no script and know the arrow keys. On paper the first visit, the first of each stage and the newest stand side by side.
    ///
    /// - Parameters:
    ///   - view: The view.
    ///   - number: Tells its buttons from those of other views.
    ///   - heading: The heading.
    /// - Returns: A section; empty for fewer than two visits.
    func visits(_ view: ReportView, number: Int, heading: Markup) -> Markup {
        let notShown = notShown(view)
        guard view.visits.count > 1 else { return Markup() }
        let keys = view.keyVisits(in: report)
        let items = view.visits.indices.map { index -> Markup in
            let photo = photo(named: view.visits[index].photo)
            let isLast = index == view.visits.count - 1
            let kind: Markup =
                index == 0 ? " class=\"key first\"" : keys.contains(index) ? " class=\"key\"" : ""
            let date = photo?.taken.map(language.dates.short) ?? ""
            return """
                <input type="radio" name="visit-\(number)" id="visit-\(number)-\(index)"\
                \(isLast ? " checked" as Markup : "")>\
                <label for="visit-\(number)-\(index)"><b>\(language.dates.mark(photo?.visit?.day))</b>\(date)</label>
                <figure\(kind)>\(picture(view, index, number: number, photo: photo))</figure>

                """
        }
        return """
            <section>\(heading)
            <p class="muted small">\(language.text("visits.explanation")) <span class="screen">\(language.text("visits.choose"))</span></p>
            <div class="card series">\(comparison(number))
            <div class="visits" role="group" aria-label="\(language.text("visits.chooser"))">
            \(items)</div></div>
            \(notShown)</section>

            """
    }

    /// Buttons that lay the first visit over a part of the picture.
    private func comparison(_ number: Int) -> Markup {
        let buttons = language.views.shares.enumerated().map { quarter, share -> Markup in
            """
            <input type="radio" class="c\(quarter)" name="share-\(number)" id="share-\(number)-\(quarter)" \
            aria-label="\(share.words)"\(quarter == 0 ? " checked" as Markup : "")>\
            <label for="share-\(number)-\(quarter)">\(share.sign)</label>
            """
        }
        return "<span class=\"muted small\">\(language.text("visits.compare"))</span> \(buttons)"
    }

    private func picture(_ view: ReportView, _ index: Int, number: Int, photo: ReportPhoto?) -> Markup {
        let visit = view.visits[index]
        var steps = Markup()
        if index > 0 {
            steps += """
                <label class="step" for="visit-\(number)-\(index - 1)" title="\(language.text("visits.earlier"))">\
                <span aria-hidden="true">‹</span></label>
                """
        }
        if index < view.visits.count - 1 {
            steps += """
                <label class="step later" for="visit-\(number)-\(index + 1)" title="\(language.text("visits.later"))">\
                <span aria-hidden="true">›</span></label>
                """
        }
        return """
            <span class="frame" data-date="\(photo?.taken.map(language.dates.short) ?? "")">\
            <img src="data:image/jpeg;base64,\(Markup(raw: Base64.text(visit.picture)))" \
            alt="\(pictureWords(photo, visit.photo))" width="\(visit.width)" height="\(visit.height)">\(steps)</span>\
            <figcaption>\(caption(photo, visit.photo, isMirrored: visit.isMirrored))</figcaption>
            """
    }

    /// What a picture of a visit shows, for those who don't see it.
    func pictureWords(_ photo: ReportPhoto?, _ file: String) -> String {
        let date = photo?.taken.map(language.dates.long) ?? file
        let day = photo?.visit?.day.map { " · " + language.dates.day($0) } ?? ""
        return language.text("visits.picture", ["when": date + day])
    }

    /// A visit's date, day and stage.
    func caption(_ photo: ReportPhoto?, _ file: String, isMirrored: Bool = false) -> Markup {
        let date = photo?.taken.map(language.dates.long) ?? file
        let day = photo?.visit?.day.map { " · " + language.dates.day($0) } ?? ""
        var stage = ""
        if let known = photo?.visit?.stage, known != .before { stage = " · " + language.stages.name(known) }
        let mirrored = isMirrored ? " · " + language.text("visits.mirrored") : ""
        return "<b>\(date)</b>\(day)\(stage)\(mirrored)"
    }
    /// Why other photos of the view are not among the pictures.
    private func notShown(_ view: ReportView) -> Markup {
        let sentences = notShownSentences(view)
        return sentences.isEmpty
            ? Markup() : "<p class=\"muted small left-out\">\(language.lists.sentences(sentences))</p>\n"
    }

    /// The same as sentences; none where all photos are among the pictures.
    func notShownSentences(_ view: ReportView) -> [String] {
        let shown = Set(view.visits.map(\.photo))
        var reasons: [String] = []
        var dates: [String: [String]] = [:]
        var leftOut = 0
        for photo in report.photos where photo.visit?.view == view.name && !shown.contains(photo.file) {
            guard let registration = photo.visit?.registration else { continue }
            if registration.homography != nil {
                leftOut += 1
                continue
            }
            let reason = registration.reason?.rawValue ?? "not-registered"
            if dates[reason] == nil { reasons.append(reason) }
            dates[reason, default: []].append(photo.taken.map(language.dates.long) ?? photo.file)
        }
        var sentences = reasons.map { language.views.notShown(dates[$0] ?? [], reason: $0) }
        if leftOut > 0 { sentences.append(language.views.leftOut(leftOut)) }
        return sentences
    }
}

extension ReportView {
    /// The visits that stand on paper: the first, the first of each stage after each session, and the newest.
    ///
    /// - Parameter report: The report that the view is of.
    /// - Returns: Indices of `visits`.
    func keyVisits(in report: ClientReport) -> Set<Int> {
        guard !visits.isEmpty else { return [] }
        var keys: Set<Int> = [0, visits.count - 1]
        var last: (stage: HealingStage?, session: Int?)?
        for (index, visit) in visits.enumerated() {
            guard let photo = report.photos.first(where: { $0.file == visit.photo }) else { continue }
            let now = (stage: photo.visit?.stage, session: report.latestSession(of: photo))
            if let last, last == now { continue }
            keys.insert(index)
            last = now
        }
        return keys
    }
}
