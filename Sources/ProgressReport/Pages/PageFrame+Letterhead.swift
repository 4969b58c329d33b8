extension PageFrame {
    /// The studio's logo, name and contact above a page's heading; empty where it says nothing of itself.
    var letterhead: Markup {
        guard studio.hasLetterhead else { return Markup() }
        let logo = studio.logo.map { logo -> Markup in
            // The name beside it says who it is; a logo alone has to.
            let words = studio.name == nil ? language.text("page.logo") : ""
            return """
                <img src="data:image/\(logo.isPNG ? "png" as Markup : "jpeg");base64,\
                \(Markup(raw: Base64.text(logo.bytes)))" alt="\(words)" width="\(logo.width)" height="\(logo.height)">
                """
        }
        let name = studio.name.map { "<p class=\"name\">\(Self.name($0))</p>" as Markup }
        let lines = studio.contact.map { "<span>\(Self.name($0))</span>" as Markup }
        let contact: Markup = lines.isEmpty ? "" : "<p class=\"contact\">\(lines)</p>"
        return """
            <div class="studio">\(logo ?? Markup())<div>\(name ?? Markup())\(contact)</div></div>

            """
    }

    /// The small line above a page's heading: the program's name where no studio's stands there.
    ///
    /// - Parameter title: What the page is, or nil.
    /// - Returns: The line; empty where there is nothing to say.
    func brand(_ title: String? = nil) -> String {
        let product = studio.hasLetterhead ? nil : ReportWords.product
        return [product, title].compactMap { $0 }.joined(separator: " · ")
    }
}

extension Studio {
    /// Whether there is something to stand above a page's heading.
    var hasLetterhead: Bool { name != nil || logo != nil || !contact.isEmpty }
}
