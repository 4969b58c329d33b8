import HealingCurve

extension OverviewPage {
    /// The columns, in order, and whether their first sorting runs from the greatest down.
    var columns: [(name: String, startsDown: Bool)] {
        [
            (words.client, false), (words.verdict, false), (words.stage, false),
            (words.newestPhoto, true), (words.nextPhoto, false),
            (words.course, true), (words.photos, true),
        ]
    }

    /// What narrows and orders the rows; hidden until the script is there to act on it.
    ///
    /// - Parameter rows: All rows: only levels and stages that there are can be chosen.
    /// - Returns: A form and the line that tells how many rows are shown.
    func controls(_ rows: [OverviewRow]) -> Markup {
        let levels = OverviewRow.Level.allCases.filter { level in rows.contains { $0.level == level } }
        let stages = HealingStage.allCases.filter { stage in rows.contains { $0.stage == stage } }
        let sorts = columns.enumerated().map { (String($0.offset), $0.element.name) }
        return """
            <form id="controls" class="controls screen" role="search" aria-label="\(words.title)" hidden \
            data-all="\(words.allShown)" data-shown="\(words.shown)" \
            data-count="\(words.overdueCount)" data-overdue="\(words.overdue)" \
            data-now="\(words.dueNow)" data-touch="\(words.touchUpDue)">
            <label>\(words.find)<input type="search" name="find" placeholder="\(words.findHint)" \
            autocomplete="off" spellcheck="false"></label>
            \(select(words.verdict, name: "level", none: words.all,
                levels.map { ($0.rawValue, words.label($0)) }))\
            \(select(words.stage, name: "stage", none: words.all,
                stages.map { ($0.rawValue, language.stages.name($0)) }))\
            \(select(words.sortBy, name: "sort", none: words.worstFirst, sorts))\
            <label class="tick"><input type="checkbox" name="due">\(words.dueSoon)</label>
            <button type="reset">\(words.reset)</button>
            </form>
            <p id="shown" class="shown" role="status"></p>
            """
    }

    private func select(
        _ label: String, name: Markup, none: String, _ options: [(value: String, name: String)]
    ) -> Markup {
        let items = options.map { "<option value=\"\($0.value)\">\($0.name)</option>" as Markup }
        return """
            <label>\(label)<select name="\(name)"><option value="">\(none)</option>\(items)</select></label>

            """
    }
}
