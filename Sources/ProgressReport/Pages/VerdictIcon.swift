/// The picture beside a verdict; its label says the same in words.
enum VerdictIcon {
    /// The picture of a level.
    static func markup(_ level: ReportSummary.Level) -> Markup {
        let shape: Markup =
            switch level {
            case .attention: "<path d=\"M12 4 22 20.5H2zM12 10v5M12 17.9v.1\"/>"
            case .note: "<circle cx=\"12\" cy=\"12\" r=\"9.5\"/><path d=\"M12 11v6M12 7.4v.1\"/>"
            case .asExpected: "<circle cx=\"12\" cy=\"12\" r=\"9.5\"/><path d=\"m7.5 12.3 3.2 3.2 6-6.5\"/>"
            case .noVerdict: "<circle cx=\"12\" cy=\"12\" r=\"9.5\"/><path d=\"M8 12h8\"/>"
            }
        return "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">\(shape)</svg>"
    }
}
