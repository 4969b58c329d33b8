import HealingCurve

extension OverviewPage {
    /// Findings that count in a row's place among others of its level.
    private static let mostCounted = 99

    /// A client's row; `data-v` is what the script sorts a cell by.
    func row(_ row: OverviewRow) -> Markup {
        let name: Markup = """
            <a href="\(Markup.address(row.client))/report.html">\(PageFrame.name(row.displayName ?? row.client))</a>
            """
        let id: Markup =
            row.displayName == nil
            ? "" : "<br><span class=\"muted small\">\(PageFrame.name(row.client))</span>"
        let stage = row.stage.map { " data-stage=\"\($0.rawValue)\"" as Markup } ?? ""
        return """
            <tr role="row" data-level="\(row.level.rawValue)"\(stage)><th role="rowheader" scope="row"><span class="name" dir="auto">\(name)</span>\
            \(id)</th><td role="cell" data-v="\(urgency(row))">\(verdict(row))</td>\(stageCell(row))\(newest(row))\(due(row))\
            \(course(row))\(photos(row))</tr>

            """
    }

    private func urgency(_ row: OverviewRow) -> Int {
        let level = OverviewRow.Level.allCases.firstIndex(of: row.level) ?? 0
        return level * (Self.mostCounted + 1) - min(row.findings.count { $0.isAttention }, Self.mostCounted)
    }

    private func verdict(_ row: OverviewRow) -> Markup {
        let css: Markup =
            switch row.level {
            case .attention, .failure: "mark attention"
            case .note, .asExpected: "mark"
            case .noVerdict: "mark plain"
            }
        var markup: Markup = "<span class=\"\(css)\">\(words.label(row.level))</span>"
        if let failure = row.failure { return markup + "<br>\(language.reasons.failure(failure))" }
        var told: [String] = []
        for finding in row.findings.map(words.finding) where !told.contains(finding) {
            told.append(finding)
        }
        for line in told + row.offMeasures.map(words.off) { markup += "<br>\(line)" }
        let past = row.pastCodes.isEmpty ? [] : [words.past(row.pastCodes)]
        let revised = row.revised == 0 ? [] : [words.revised(row.revised)]
        for line in past + revised { markup += "<span class=\"muted small\">\(line)</span>" }
        return markup
    }

    private func stageCell(_ row: OverviewRow) -> Markup {
        guard let day = row.day else {
            return cell(words.stage, "\(row.stage.map(language.stages.name) ?? words.none)")
        }
        let told: Markup = day < 0 ? "" : "<span class=\"muted small\">\(language.dates.day(day))</span>"
        return cell(
            words.stage, value: NumberText.rounded(day, decimals: 1),
            "\(row.stage.map(language.stages.name) ?? words.none)\(told)")
    }

    private func newest(_ row: OverviewRow) -> Markup {
        cell(
            words.newestPhoto, value: row.lastVisit.map(String.init),
            row.lastVisit.map(date) ?? "\(words.none)")
    }

    private func due(_ row: OverviewRow) -> Markup {
        let touch = row.touchUp?.median.map { " data-touch=\"\($0)\"" as Markup } ?? ""
        let window =
            row.touchUp.map { "<span class=\"muted small\">\(words.touchUp($0))</span>" as Markup }
            ?? ""
        guard let next = row.nextPhoto else { return cell(words.nextPhoto, "\(words.none)") }
        return """
            <td role="cell" data-label="\(words.nextPhoto)" data-v="\(next.date)" data-from="\(next.from)" \
            data-until="\(next.until)"\(touch)>\(date(next.date)) <span class="muted">\
            \(words.wanted(day: next.day))</span>\(window)</td>
            """
    }

    private func course(_ row: OverviewRow) -> Markup {
        guard let chart = row.chart else { return "<td role=\"cell\"></td>" }
        let drawn = RowChart(chart: chart, summary: words.course(chart)).markup
        let value = chart.deviation.flatMap { NumberText.rounded($0, decimals: 2) }
        let sorted: Markup = value.map { " data-v=\"\($0)\"" } ?? ""
        return
            "<td role=\"cell\"\(sorted)>\(drawn)<span class=\"muted small\">\(words.measure(chart))</span></td>"
    }

    private func photos(_ row: OverviewRow) -> Markup {
        let failed: Markup =
            row.notMeasured == 0
            ? "" : "<br><span class=\"off\">\(words.notMeasured(row.notMeasured))</span>"
        return cell(words.photos, value: String(row.photos), "\(row.photos)\(failed)")
    }

    private func cell(_ label: String, value: String? = nil, _ content: Markup) -> Markup {
        let sorted: Markup = value.map { " data-v=\"\($0)\"" } ?? ""
        return "<td role=\"cell\" data-label=\"\(label)\"\(sorted)>\(content)</td>"
    }

    private func date(_ day: Int) -> Markup {
        let date = OverviewWords.date(day)
        return "<time datetime=\"\(date.dateText)\">\(language.dates.short(date))</time>"
    }
}
