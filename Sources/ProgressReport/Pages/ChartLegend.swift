/// What the marks in the charts mean.
enum ChartLegend {
    /// The legend as a list.
    static let markup: Markup = """
        <ul class="legend">\
        <li><svg viewBox="0 0 28 16" aria-hidden="true"><rect class="band" width="28" height="16"/>\
        <path class="rim" d="M0 .5h28M0 15.5h28"/></svg>Expected range, from the photos before each day; \
        nine in ten lie in it</li>\
        <li><svg viewBox="0 0 28 16" aria-hidden="true"><path class="edge" d="M0 2h28M0 14h28"/>\
        <path class="median" d="M0 8h28"/></svg>Course fitted to all photos, with its range</li>\
        <li><svg viewBox="0 0 28 16" aria-hidden="true"><path class="error" d="M14 1v14"/>\
        <circle class="point" cx="14" cy="8" r="3.5"/></svg>Photo: as expected, with standard error</li>\
        <li><svg viewBox="0 0 28 16" aria-hidden="true"><circle class="point open" cx="14" cy="8" r="3.5"/></svg>\
        Photo: not compared</li>\
        <li><svg viewBox="0 0 28 16" aria-hidden="true"><path class="point off" d="M14 2.5l5 9h-10z"/></svg>\
        Photo: above the range</li>\
        <li><svg viewBox="0 0 28 16" aria-hidden="true"><path class="point off" d="M14 13.5l5 -9h-10z"/></svg>\
        Photo: below the range</li>\
        <li><svg viewBox="0 0 28 16" aria-hidden="true"><path class="session" d="M14 0v16"/></svg>Session</li></ul>
        """
}
