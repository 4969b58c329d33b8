/// What the marks in the charts mean.
enum ChartLegend {
    /// The legend as a list.
    static let markup: Markup = """
        <ul class="legend">\
        <li><svg viewBox="0 0 20 16" aria-hidden="true"><rect class="band" width="20" height="16"/>\
        <path class="median" d="M0 8h20"/></svg>Expected course, fitted to the photos</li>\
        <li><svg viewBox="0 0 20 16" aria-hidden="true"><path class="foretold" d="M12 2H8v12h4"/></svg>\
        Range foretold from earlier photos</li>\
        <li><svg viewBox="0 0 20 16" aria-hidden="true"><path class="error" d="M10 1v14"/>\
        <circle class="point" cx="10" cy="8" r="3.5"/></svg>As expected, with standard error</li>\
        <li><svg viewBox="0 0 20 16" aria-hidden="true"><circle class="point open" cx="10" cy="8" r="3.5"/></svg>\
        Not compared</li>\
        <li><svg viewBox="0 0 20 16" aria-hidden="true"><path class="point off" d="M10 3l5 9h-10z"/></svg>\
        Above</li>\
        <li><svg viewBox="0 0 20 16" aria-hidden="true"><path class="point off" d="M10 13l5 -9h-10z"/></svg>\
        Below</li></ul>
        """
}
