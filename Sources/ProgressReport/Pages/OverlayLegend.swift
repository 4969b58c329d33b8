/// What the lines drawn on the marked photos mean; the colours are those of the drawing.
struct OverlayLegend {
    let language: Language

    /// The legend as a list.
    ///
    /// - Parameter hasLostPatch: Whether a place that lost its dots is ringed somewhere.
    /// - Returns: A list with a swatch each.
    func markup(hasLostPatch: Bool) -> Markup {
        let lost: Markup =
            hasLostPatch
            ? """
            <li><svg viewBox="0 0 20 16" aria-hidden="true"><circle cx="10" cy="8" r="6.5" fill="none" \
            stroke="#ff00a0" stroke-width="2"/></svg>\(language.text("photos.legend-lost"))</li>
            """ : ""
        return """
            <ul class="legend">\
            <li><svg viewBox="0 0 20 16" aria-hidden="true"><circle cx="10" cy="8" r="4" fill="none" \
            stroke="#ff8c00" stroke-width="1.5"/></svg>\(language.text("photos.legend-dot"))</li>\
            <li><svg viewBox="0 0 20 16" aria-hidden="true"><path d="M0 8h20" fill="none" stroke="#00beff" \
            stroke-width="2"/></svg>\(language.text("photos.legend-treated"))</li>\
            <li><svg viewBox="0 0 20 16" aria-hidden="true"><path d="M0 8h20" fill="none" stroke="#78e65a" \
            stroke-width="2" stroke-dasharray="5 3"/></svg>\(language.text("photos.legend-reference"))</li>\(lost)</ul>
            """
    }
}
