/// What all pages share: head, style, footer.
struct PageFrame {
    let language: Language
    var studio = Studio()

    /// A whole page.
    ///
    /// - Parameters:
    ///   - title: The window's title.
    ///   - body: What stands above the footer.
    ///   - method: `scalpline` and its version.
    ///   - style: Style of this page alone.
    ///   - script: The one script that the page's policy allows, or nil for none.
    /// - Returns: An HTML document, ended by a newline.
    func page(
        title: String, body: Markup, method: String, style: String = "", script: PageScript? = nil
    ) -> String {
        let policy = script.map { " script-src 'sha256-\($0.hash)';" } ?? ""
        let inline = script.map { Markup(raw: "<script>\($0.text)</script>\n") } ?? Markup()
        let markup: Markup = """
            <!DOCTYPE html>
            <html lang="\(language.tag)"\(language.isRightToLeft ? " dir=\"rtl\"" as Markup : "")>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none';\(Markup(raw: policy)) \
            style-src 'unsafe-inline'; img-src 'self' file: data:">
            <title>\(title)</title>
            <style>
            \(Markup(raw: PageStyle.text(intendedUse: language.report.intendedUse, paper: studio.paper)))
            \(Markup(raw: PageStyle.views))
            \(Markup(raw: PageStyle.answers))
            \(Markup(raw: style + PageStyle.text(of: studio)))
            </style>
            </head>
            <body>
            <div class="page">
            \(body)
            <footer class="use"><p>\(language.report.intendedUse)</p>
            <p>\(method)</p></footer>
            </div>
            \(inline)</body>
            </html>

            """
        return markup.text
    }

    /// A name from outside, which may run right to left.
    static func name(_ name: String) -> Markup { "<bdi>\(name)</bdi>" }

    /// A list of sentences; empty without any.
    static func list(_ sentences: [String]) -> Markup {
        if sentences.isEmpty { return Markup() }
        return "<ul>\(sentences.map { "<li>\($0)</li>" as Markup })</ul>\n"
    }
}
