import HealingCurve
import ScalpMeasurement

extension ClientPage {
    /// What is off now, each with what it rests on, and what was off.
    var findings: Markup {
        guard !report.findings.isEmpty else { return Markup() }
        var markup = Markup()
        if !summary.current.isEmpty {
            markup += "<section><h2>\(language.text("findings.heading"))</h2>\n<div class=\"stack\">\n"
            for finding in summary.current { markup += card(finding) }
            markup += "</div></section>\n"
        }
        if !summary.earlier.isEmpty {
            let items = earlierSentences.map { "<li>\($0)</li>\n" as Markup }
            markup += """
                <section><h2>\(language.text("findings.heading-earlier"))</h2>
                <ul class="muted">\(items)</ul></section>
                """
        }
        return markup
    }

    /// What was off on earlier photos.
    var earlierSentences: [String] {
        summary.earlier.map { finding in
            let title = language.findings.title(finding.code)
            return language.text(
                "findings.earlier", ["photo": known(finding) ?? title, "finding": title])
        }
    }

    /// Verdicts on earlier photos that new photos have changed, a sentence each.
    var revisedSentences: [String] {
        report.revised.map { verdict in
            let photo = photo(named: verdict.photo)
            let place = language.lists.commas([
                photo?.taken.map(language.dates.long), photo?.visit?.day.map(language.dates.day),
            ])
            return language.report.revision(verdict, photo: place.isEmpty ? verdict.photo : place)
        }
    }

    /// Verdicts on earlier photos that new photos have changed.
    var revised: Markup {
        guard !report.revised.isEmpty else { return Markup() }
        let items = revisedSentences.map { "<li>\($0)</li>\n" as Markup }
        return """
            <section><h2>\(language.text("revised.heading"))</h2>
            <p>\(language.text("revised.explanation"))</p>
            <ul>
            \(items)</ul></section>
            """
    }

    private func card(_ finding: Finding) -> Markup {
        let level: Markup = finding.severity == .attention ? "attention" : "note"
        let lines = facts(finding).map { name, words -> Markup in
            "<div><dt>\(name)</dt><dd>\(words)</dd></div>"
        }
        return """
            <article class="card \(level)"><h3>\(language.findings.title(finding.code))</h3>
            <p>\(message(finding))</p>\(lines.isEmpty ? Markup() : "<dl class=\"facts\">\(lines)</dl>" as Markup)</article>

            """
    }

    /// Day, evidence and how sure, each with its name.
    func facts(_ finding: Finding) -> [(String, String)] {
        let all: [(String, String?)] = [
            (language.text("findings.seen"), known(finding)),
            (language.text("findings.measured"), measured(finding)),
            (language.text("findings.estimated"), language.findings.estimate(finding.evidence)),
            (
                language.text("findings.sure"),
                language.findings.sureness(code: finding.code, evidence: finding.evidence)
            ),
        ]
        return all.compactMap { name, words in words.map { (name, $0) } }
    }

    /// The value that a finding rests on beside its expected range.
    private func measured(_ finding: Finding) -> String? {
        guard let photo = finding.photo.flatMap(photo(named:)), case .success(let measurement) = photo.outcome
        else { return nil }
        let hasScale = measurement.scale != nil
        for measure in FindingWords.measures(finding.code) {
            guard let value = report.value(of: measure, in: photo)?.estimate,
                let band = report.verdict(on: measure, in: photo)?.band
            else { continue }
            let measures = language.measures
            let unit = measures.unit(measure, hasScale: hasScale)
            return language.text(
                "findings.evidence",
                [
                    "measure": measures.inline(measure),
                    "value": measures.value(value, of: measure, hasScale: hasScale),
                    "range": measures.range(band, of: measure, unit: unit),
                ])
        }
        return nil
    }

    /// A finding in words, with what to do.
    func message(_ finding: Finding) -> String {
        language.findings.message(finding, photo: finding.photo.flatMap(photo(named:)))
    }

    private func known(_ finding: Finding) -> String? {
        let photo = finding.photo.flatMap(photo(named:))
        let words = language.lists.commas([
            photo?.taken.map(language.dates.long), finding.day.map(language.dates.day),
        ])
        return words.isEmpty ? nil : words
    }
}
