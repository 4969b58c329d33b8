import HealingCurve

extension ClientPage {
    /// A view's map of dots that are kept and lost, in words, as a picture and with what its marks mean.
    ///
    /// - Parameters:
    ///   - view: The view.
    ///   - heading: The heading.
    /// - Returns: A section; empty without a map.
    func map(_ view: ReportView, heading: Markup) -> Markup {
        guard let map = view.map, !map.counts.isEmpty else { return Markup() }
        let sentence = mapSentence(map)
        let sentences = patchSentences(map).map { "<li>\($0)</li>\n" as Markup }
        return """
            <section class="dotmap">\(heading)
            <p>\(sentence)</p>
            \(sentences.isEmpty ? Markup() : "<ul>\n\(sentences)</ul>\n")\
            <figure class="card"><span class="frame">\
            <img src="data:image/jpeg;base64,\(Markup(raw: Base64.text(map.picture)))" alt="\(sentence)" \
            width="\(map.width)" height="\(map.height)">\(patches(map))</span>
            \(legend(map))\
            <figcaption>\(language.text("dots.note"))</figcaption></figure></section>

            """
    }

    /// What has become of the dots.
    func mapSentence(_ map: DotMap) -> String {
        language.views.kept(
            map.counts.reduce(0) { $0 + $1.kept }, lost: map.counts.reduce(0) { $0 + $1.lost },
            unseen: map.counts.reduce(0) { $0 + $1.unseen },
            date: photo(named: map.photo)?.taken.map(language.dates.long))
    }

    /// The places whose dots have gone, a sentence each.
    func patchSentences(_ map: DotMap) -> [String] {
        map.patches.map { patch in
            let first = photo(named: patch.photo)
            return language.views.patchSentence(
                area: patch.areaSquareCentimetres, date: first?.taken.map(language.dates.long),
                day: first?.visit?.day)
        }
    }

    /// Circles around the lost patches, with their size and day.
    private func patches(_ map: DotMap) -> Markup {
        guard !map.patches.isEmpty else { return Markup() }
        let (width, height) = (Double(map.width), Double(map.height))
        let circles = map.patches.map { patch -> Markup in
            let place: Markup = """
                cx="\(ChartFrame.number(patch.x))" cy="\(ChartFrame.number(patch.y))" \
                r="\(ChartFrame.number(patch.radius))" fill="none"
                """
            return """
                <circle \(place) stroke="#fff" stroke-width="9"/>\
                <circle \(place) stroke="#111" stroke-width="4.5" stroke-dasharray="16 10"/>
                """
        }
        let labels = map.patches.map { patch -> Markup in
            let day = photo(named: patch.photo)?.visit?.day
            let isAbove = patch.y - patch.radius > 0.14 * height
            let edge = isAbove ? patch.y - patch.radius : min(patch.y + patch.radius, 0.86 * height)
            let left = min(max(patch.x / width * 100, 20), 80)
            return """
                <span class="tag\(isAbove ? " above" as Markup : "")" \
                style="left:\(ChartFrame.number(left))%;top:\(ChartFrame.number(edge / height * 100))%">\
                \(language.views.patch(area: patch.areaSquareCentimetres, day: day))</span>
                """
        }
        return """
            <svg class="marks" viewBox="0 0 \(map.width) \(map.height)" aria-hidden="true">\(circles)</svg>\(labels)
            """
    }

    /// What a mark of the map means.
    struct LegendItem {
        /// What has become of its dots.
        enum Kind { case kept, lost, unseen }

        var kind: Kind
        var mark: DotMap.Mark
        var words: String
    }

    /// What the marks mean: those that are drawn.
    func legendItems(_ map: DotMap) -> [LegendItem] {
        func mark(_ count: DotMap.Count) -> DotMap.Mark {
            DotMap.Mark(session: count.session, of: map.sessions)
        }
        var items: [LegendItem] = []
        func add(_ kind: LegendItem.Kind, _ mark: DotMap.Mark, _ words: String, _ count: Int) {
            guard count > 0 else { return }
            items.append(
                LegendItem(kind: kind, mark: mark, words: language.views.counted(words, count)))
        }
        for known in DotMap.Mark.allCases {
            let kept = map.counts.filter { mark($0) == known }.reduce(0) { $0 + $1.kept }
            add(.kept, known, language.views.madeBy(known, sessions: map.sessions), kept)
        }
        let shape = map.counts.first { $0.lost > 0 }.map(mark) ?? .disc
        add(.lost, shape, language.text("dots.open"), map.counts.reduce(0) { $0 + $1.lost })
        add(.unseen, .disc, language.text("dots.grey"), map.counts.reduce(0) { $0 + $1.unseen })
        return items
    }

    private func legend(_ map: DotMap) -> Markup {
        let items = legendItems(map).map { item -> Markup in
            let swatch: Markup =
                item.kind == .unseen
                ? """
                <svg viewBox="0 0 20 16" aria-hidden="true"><circle cx="10" cy="8" r="2" \
                fill="\(colour(DotMap.unseenColour))"/></svg>
                """ : swatch(item.mark, isLost: item.kind == .lost)
            return "<li>\(swatch)\(item.words)</li>"
        }
        return "<ul class=\"legend\">\(items)</ul>\n"
    }

    private func swatch(_ mark: DotMap.Mark, isLost: Bool) -> Markup {
        let shape: Markup =
            switch mark {
            case .disc: "<circle cx=\"10\" cy=\"8\" r=\"5\""
            case .square: "<path d=\"M5.5 3.5h9v9h-9z\""
            case .triangle: "<path d=\"M10 2.5l5.6 9.8h-11.2z\""
            case .diamond: "<path d=\"M10 2l6 6-6 6-6-6z\""
            }
        let paint: Markup =
            isLost
            ? " fill=\"#fff\" stroke=\"\(colour(DotMap.lostColour))\" stroke-width=\"2\"/>"
            : " fill=\"\(colour(mark.colour))\" stroke=\"#fff\" stroke-width=\"1\"/>"
        return "<svg viewBox=\"0 0 20 16\" aria-hidden=\"true\">\(shape)\(paint)</svg>"
    }

    private func colour(_ colour: (red: UInt8, green: UInt8, blue: UInt8)) -> Markup {
        Markup(raw: "rgb(\(colour.red),\(colour.green),\(colour.blue))")
    }
}
