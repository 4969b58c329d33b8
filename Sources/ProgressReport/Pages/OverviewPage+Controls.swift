import HealingCurve

extension OverviewPage {
    /// The columns, in order, and whether their first sorting runs from the greatest down.
    static var columns: [(name: String, startsDown: Bool)] {
        [
            (OverviewWords.client, false), (OverviewWords.verdict, false), (OverviewWords.stage, false),
            (OverviewWords.newestPhoto, true), (OverviewWords.nextPhoto, false),
            (OverviewWords.course, true), (OverviewWords.photos, true),
        ]
    }

    /// What narrows and orders the rows; hidden until the script is there to act on it.
    ///
    /// - Parameter rows: All rows: only levels and stages that there are can be chosen.
    /// - Returns: A form and the line that tells how many rows are shown.
    static func controls(_ rows: [OverviewRow]) -> Markup {
        let levels = OverviewRow.Level.allCases.filter { level in rows.contains { $0.level == level } }
        let stages = HealingStage.allCases.filter { stage in rows.contains { $0.stage == stage } }
        let sorts = columns.enumerated().map { (String($0.offset), $0.element.name) }
        return """
            <form id="controls" class="controls screen" role="search" aria-label="\(ReportWords.overviewTitle)" hidden \
            data-all="\(OverviewWords.allShown)" data-shown="\(OverviewWords.shown)" \
            data-count="\(OverviewWords.overdueCount)" data-overdue="\(OverviewWords.overdue)" \
            data-now="\(OverviewWords.dueNow)" data-touch="\(OverviewWords.touchUpDue)">
            <label>\(OverviewWords.find)<input type="search" name="find" placeholder="\(OverviewWords.findHint)" \
            autocomplete="off" spellcheck="false"></label>
            \(select(OverviewWords.verdict, name: "level", none: OverviewWords.all,
                levels.map { ($0.rawValue, OverviewWords.label($0)) }))\
            \(select(OverviewWords.stage, name: "stage", none: OverviewWords.all,
                stages.map { ($0.rawValue, StageGuide.name($0)) }))\
            \(select(OverviewWords.sortBy, name: "sort", none: OverviewWords.worstFirst, sorts))\
            <label class="tick"><input type="checkbox" name="due">\(OverviewWords.dueSoon)</label>
            <button type="reset">\(OverviewWords.reset)</button>
            </form>
            <p id="shown" class="shown" role="status"></p>
            """
    }

    private static func select(
        _ label: String, name: Markup, none: String, _ options: [(value: String, name: String)]
    ) -> Markup {
        let items = options.map { "<option value=\"\($0.value)\">\($0.name)</option>" as Markup }
        return """
            <label>\(label)<select name="\(name)"><option value="">\(none)</option>\(items)</select></label>

            """
    }
}
