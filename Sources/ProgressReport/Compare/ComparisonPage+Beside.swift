import GroupComparison

extension ComparisonPage {
    /// What may explain a difference beside the factor.
    static func beside(_ report: ComparisonReport) -> Markup {
        let groups = report.groups.groups
        guard groups.count > 1 else { return Markup() }
        let warnings = ComparisonWords.warnings(report)
        let told: Markup =
            warnings.isEmpty
            ? "<p>Nothing that was looked at differs enough to explain a difference by itself.</p>\n"
            : "<ul>\(warnings.map { "<li>\($0)</li>" as Markup })</ul>\n"
        let rows = ComparedTrait.allCases.compactMap { trait -> Markup? in
            guard groups.contains(where: { $0.traits[trait] != nil }) else { return nil }
            let cells = groups.map { group -> Markup in
                let text = group.traits[trait].map { ComparisonWords.figure($0.mean, of: trait) }
                return "<td>\(text ?? "–")</td>"
            }
            return "<tr><th scope=\"row\">\(ComparisonWords.heading(trait))</th>\(cells)</tr>\n"
        }
        let heads = groups.map { "<th scope=\"col\"><bdi>\($0.name)</bdi></th>" as Markup }
        return """
            <h2>What else differs</h2>
            \(told)<div class="scroll" tabindex="0" role="region" aria-label="What else differs"><table class="plain">
            <thead><tr><th scope="col">Mean of the clients</th>\(heads)</tr></thead>
            <tbody>
            \(rows)</tbody></table></div>

            """
    }

    /// Clients in no group, by reason.
    static func leftOut(_ report: ComparisonReport) -> Markup {
        guard !report.leftOut.isEmpty else { return Markup() }
        let entries = ComparisonReport.Exclusion.allCases.compactMap { reason -> Markup? in
            let clients = report.leftOut.filter { $0.reason == reason }.map(\.client)
            guard !clients.isEmpty else { return nil }
            let names = clients.enumerated().map { index, name -> Markup in
                "\(Markup(raw: index > 0 ? ", " : ""))<bdi>\(name)</bdi>"
            }
            return
                "<li>\(clients.count) \(ComparisonWords.words(reason, factor: report.factor)): \(names)</li>\n"
        }
        return """
            <h2>Clients left out</h2>
            <ul>
            \(entries)</ul>

            """
    }

    /// How the figures come about.
    static func method(_ report: ComparisonReport) -> Markup {
        let mean = report.groups.measure.scale == .ratio ? "geometric mean" : "mean"
        return """
            <h2>How this is reckoned</h2>
            <p>Each client counts once. A client’s value on a day is read off the line between the photos before and after \
            it; what is lost a year is the slope of the logarithms of all photos from day \
            \(ComparisonWords.plain(ClientFigure.settledDay, 0)) on. A group’s figure is the \(mean) of its clients, \
            its interval Student’s over clients; differences have Welch’s interval. An interval of 95 % holds the mean of \
            all such clients in 95 of 100 practices like this one. A group needs \(ComparedGroups.fewestClients) clients \
            for an interval. compare.csv and compare.json beside this page hold the same figures.</p>

            """
    }
}
