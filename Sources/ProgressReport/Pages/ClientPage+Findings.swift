import HealingCurve
import ScalpMeasurement

extension ClientPage {
    /// What is off now, each with what it rests on, and what was off.
    var findings: Markup {
        guard !report.findings.isEmpty else { return Markup() }
        var markup = Markup()
        if !summary.current.isEmpty {
            markup += "<section><h2>\(ReportWords.findings)</h2>\n<div class=\"stack\">\n"
            for finding in summary.current { markup += card(finding) }
            markup += "</div></section>\n"
        }
        if !summary.earlier.isEmpty {
            let items = summary.earlier.map { finding -> Markup in
                "<li>\(place(finding)): \(FindingWords.title(finding.code))</li>\n"
            }
            markup += """
                <section><h2>\(ReportWords.earlierFindings)</h2>
                <ul class="muted">\(items)</ul></section>
                """
        }
        return markup
    }

    /// Verdicts on earlier photos that new photos have changed.
    var revised: Markup {
        guard !report.revised.isEmpty else { return Markup() }
        let items = report.revised.map { verdict -> Markup in
            let photo = photo(named: verdict.photo)
            let words = [photo?.taken.map(DateWords.long), photo?.visit?.day.map(DateWords.day)]
            let place = words.compactMap { $0 }.joined(separator: ", ")
            return """
                <li>\(place.isEmpty ? verdict.photo : place): \(MeasureWords.name(verdict.measure).lowercased()) \
                \(ReportWords.revision(from: verdict.before, to: verdict.after))</li>

                """
        }
        return """
            <section><h2>\(ReportWords.revised)</h2>
            <p>\(ReportWords.revisedExplanation)</p>
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
            <article class="card \(level)"><h3>\(FindingWords.title(finding.code))</h3>
            <p>\(message(finding))</p>\(lines.isEmpty ? Markup() : "<dl class=\"facts\">\(lines)</dl>" as Markup)</article>

            """
    }

    /// Day, evidence and how sure, each with its name.
    private func facts(_ finding: Finding) -> [(String, String)] {
        let all: [(String, String?)] = [
            (FindingWords.seen, known(finding)), (FindingWords.measured, measured(finding)),
            (FindingWords.estimated, FindingWords.estimate(finding.evidence)),
            (FindingWords.sure, FindingWords.sureness(code: finding.code, evidence: finding.evidence)),
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
            let name = MeasureWords.name(measure).lowercased()
            return "\(name) \(MeasureWords.value(value, of: measure, hasScale: hasScale)); expected "
                + "\(MeasureWords.range(band, of: measure))\(MeasureWords.noBreak)"
                + MeasureWords.unit(measure, hasScale: hasScale)
        }
        return nil
    }

    private func message(_ finding: Finding) -> String {
        finding.message.isEmpty
            ? FindingWords.message(code: finding.code, day: finding.day, evidence: finding.evidence)
            : finding.message
    }

    private func known(_ finding: Finding) -> String? {
        let photo = finding.photo.flatMap(photo(named:))
        let words = [photo?.taken.map(DateWords.long), finding.day.map(DateWords.day)].compactMap { $0 }
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }

    private func place(_ finding: Finding) -> String { known(finding) ?? FindingWords.title(finding.code) }
}
