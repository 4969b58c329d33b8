import GroupComparison

/// A comparison of groups as a page for analysts: `compare.html`, one file, in English.
public enum ComparisonPage {
    /// The page.
    ///
    /// - Parameter report: The comparison.
    /// - Returns: An HTML document, ended by a newline.
    public static func html(for report: ComparisonReport) -> String {
        let title = ComparisonWords.title(report)
        let page: Markup = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(title)</title>
            <style>
            \(Markup(raw: PageStyle.text(intendedUse: intendedUse)))
            \(Markup(raw: ComparisonStyle.text))
            </style>
            </head>
            <body>
            <div class="page">
            <p class="brand">Scalpline</p>
            <h1>\(title)</h1>
            <p class="meta">\(counted(report))</p>
            \(answer(report))\(course(report))\(differences(report))\(figures(report))\(beside(report))\
            \(leftOut(report))\(method(report))
            <footer class="use"><p>\(intendedUse)</p>
            <p>\(report.method)</p></footer>
            </div>
            </body>
            </html>

            """
        return page.text
    }

    /// What the program is for, and what not.
    private static let intendedUse = """
        Records and compares the cosmetic appearance of scalp micropigmentation in photographs; not for diagnosing, \
        monitoring, predicting or treating any disease or injury.
        """

    private static func counted(_ report: ComparisonReport) -> String {
        let groups = report.groups.groups
        let clients = groups.reduce(0) { $0 + $1.clients.count }
        let photos = groups.reduce(0) { $0 + $1.photos }
        return
            "\(groups.count) \(groups.count == 1 ? "group" : "groups"), \(clients) clients, \(photos) photos after "
            + "the last session"
    }

    private static func answer(_ report: ComparisonReport) -> Markup {
        let sentences = ComparisonWords.conclusions(report).map {
            "<p class=\"sentence\">\($0)</p>" as Markup
        }
        let cautions = ComparisonWords.cautions(report).map { "<p class=\"small muted\">\($0)</p>" as Markup }
        return """
            <div class="card finding"><div>\(sentences)\(cautions)</div></div>

            """
    }

    private static func course(_ report: ComparisonReport) -> Markup {
        let chart = ComparisonChart(report)
        guard chart.hasFigures else { return Markup() }
        let hidden = report.groups.groups.count - chart.groups.count
        let more: Markup =
            hidden > 0
            ? "<p class=\"small muted\">The \(chart.groups.count) groups with most clients are drawn; all stand in the tables.</p>"
            : ""
        return """
            <h2>Over time</h2>
            <p>\(ComparisonWords.meaning(report.groups.measure))</p>
            <figure class="card">\(chart.legend)\(chart.markup)
            <figcaption class="small muted">Marks: the group, with its 95 % interval. Pale dots: single clients. Days after \
            the last session, not to scale.</figcaption></figure>
            \(more)
            """
    }

    private static func differences(_ report: ComparisonReport) -> Markup {
        let measure = report.groups.measure
        guard !report.groups.differences.isEmpty else { return Markup() }
        let values = DifferenceBar(report.groups.differences, of: measure, like: .value(day: 0))
        let fading = DifferenceBar(report.groups.differences, of: measure, like: .fading)
        let rows = report.groups.differences.map { difference -> Markup in
            let quantity = difference.quantity
            func range(_ interval: ClosedRange<Double>?) -> String {
                interval.map { ComparisonWords.range($0, quantity, of: measure, isDifference: true) } ?? ""
            }
            let value = difference.value.map {
                ComparisonWords.number($0, quantity, of: measure, isDifference: true)
                    + ComparisonWords.noBreak
                    + ComparisonWords.differenceUnit(quantity, of: measure)
            }
            let word = ComparisonWords.isRatio(quantity, of: measure) ? "over" : "less"
            let bar = quantity == .fading ? fading : values
            let state: Markup = difference.reading == .differ ? " class=\"off\"" : ""
            return """
                <tr><th scope="row"><bdi>\(difference.first)</bdi> \(word) <bdi>\(difference.second)</bdi></th>\
                <td>\(ComparisonWords.name(quantity))</td><td>\(value ?? "–")</td>\
                <td>\(bar.markup(difference))</td>\
                <td>\(range(difference.interval))</td><td>\(range(difference.intervalTogether))</td>\
                <td\(state)>\(ComparisonWords.reading(difference))</td></tr>

                """
        }
        return """
            <h2>Differences</h2>
            <p class="small muted">The tick is “no difference”; thick: the interval of this difference alone; thin: the one \
            that holds for all \(report.groups.comparisons) together.</p>
            <div class="scroll" tabindex="0" role="region" aria-label="Differences"><table class="plain">
            <thead><tr><th scope="col">Groups</th><th scope="col">When</th><th scope="col">Difference</th>\
            <td></td><th scope="col">95 % interval</th><th scope="col">for all together</th><th scope="col">Reading</th></tr></thead>
            <tbody>
            \(rows)</tbody></table></div>

            """
    }

    private static func figures(_ report: ComparisonReport) -> Markup {
        let measure = report.groups.measure
        guard !report.groups.groups.isEmpty else { return Markup() }
        let rows = report.groups.groups.flatMap { group in
            group.figures.map { figure -> Markup in
                let quantity = figure.quantity
                let value = figure.value.map {
                    ComparisonWords.number($0, quantity, of: measure) + ComparisonWords.noBreak
                        + ComparisonWords.unit(quantity, of: measure)
                }
                let interval =
                    figure.interval.map { ComparisonWords.range($0, quantity, of: measure) }
                    ?? figure.reason.map(ComparisonWords.words) ?? ""
                return """
                    <tr><th scope="row"><bdi>\(group.name)</bdi></th><td>\(ComparisonWords.name(quantity))</td>\
                    <td>\(figure.clients)</td><td>\(figure.photos)</td><td>\(value ?? "–")</td><td>\(interval)</td></tr>

                    """
            }
        }
        return """
            <h2>Groups</h2>
            <div class="scroll" tabindex="0" role="region" aria-label="Groups"><table class="plain">
            <thead><tr><th scope="col">\(report.factor.rawValue.prefix(1).uppercased()
                + report.factor.rawValue.dropFirst())</th><th scope="col">When</th><th scope="col">Clients</th>\
            <th scope="col">Photos</th><th scope="col">Value</th><th scope="col">95 % interval</th></tr></thead>
            <tbody>
            \(rows)</tbody></table></div>

            """
    }
}
