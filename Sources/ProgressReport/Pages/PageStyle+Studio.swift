extension PageStyle {
    /// The look of a studio's letterhead, and its accent in tones that can be read on light, dark and paper.
    ///
    /// - Parameter studio: The practice.
    /// - Returns: CSS; empty where the studio says nothing of itself.
    static func text(of studio: Studio) -> String {
        var text = ""
        if let accent = studio.accent {
            text += ":root{\(tones(.light(accent), band: "2b"))}\n"
            text += "@media (prefers-color-scheme:dark){:root{\(tones(.dark(accent), band: "33"))}}\n"
            text += "@media print{:root{\(tones(.paper(accent), band: "2b"))}}\n"
        }
        return studio.hasLetterhead ? text + letterhead : text
    }

    private static func tones(_ tones: AccentTones, band: String) -> String {
        let (strong, soft) = (tones.strong.hexadecimal, tones.soft.hexadecimal)
        return "--accent:\(strong);--accent-soft:\(soft);--band:\(strong)\(band);--median:\(strong)"
    }

    private static let letterhead = """
        .studio{display:flex;flex-wrap:wrap;gap:.6rem 1.25rem;align-items:center;margin:0 0 1.4rem;padding-bottom:1rem;\
        border-bottom:2px solid var(--accent)}
        .studio img{max-width:min(14rem,60vw);max-height:4.5rem;width:auto;height:auto;background:#fff;border-radius:6px}
        .studio p{margin:0}
        .studio .name{font-size:1.1rem;font-weight:650;color:var(--accent)}
        .studio .contact{font-size:.875rem;color:var(--muted);line-height:1.4}
        .studio .contact span{display:inline-block}
        .studio .contact span+span::before{content:"·";margin:0 .4rem}
        @media print{.studio{margin-bottom:5mm;padding-bottom:3mm}.studio img{max-height:16mm;max-width:50mm}}
        """
}
