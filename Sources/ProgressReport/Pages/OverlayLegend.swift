/// What the lines drawn on the marked photos mean; the colours are those of the drawing.
enum OverlayLegend {
    /// The legend as a list.
    ///
    /// - Parameter hasLostPatch: Whether a place that lost its dots is ringed somewhere.
    /// - Returns: A list with a swatch each.
    static func markup(hasLostPatch: Bool) -> Markup {
        let lost: Markup =
            hasLostPatch
            ? """
            <li><svg viewBox="0 0 20 16" aria-hidden="true"><circle cx="10" cy="8" r="6.5" fill="none" \
            stroke="#ff00a0" stroke-width="2"/></svg>Place where dots have gone</li>
            """ : ""
        return """
            <ul class="legend">\
            <li><svg viewBox="0 0 20 16" aria-hidden="true"><circle cx="10" cy="8" r="4" fill="none" \
            stroke="#ff8c00" stroke-width="1.5"/></svg>Dot</li>\
            <li><svg viewBox="0 0 20 16" aria-hidden="true"><path d="M0 8h20" fill="none" stroke="#00beff" \
            stroke-width="2"/></svg>Edge of the treated area</li>\
            <li><svg viewBox="0 0 20 16" aria-hidden="true"><path d="M0 8h20" fill="none" stroke="#78e65a" \
            stroke-width="2" stroke-dasharray="5 3"/></svg>Edge of the skin it is compared with</li>\(lost)</ul>
            """
    }
}
