import ProgressReport
import ScalplineApp

/// The language of most tests here.
let english = Languages.english

extension ClientPage {
    /// A client's page in English.
    static func html(for report: ClientReport) -> String { html(for: report, language: english) }
}

extension OverviewPage {
    /// The page of all clients in English.
    static func html(clients: [ClientReport], strays: [ReportPhoto] = [], method: String) -> String {
        html(clients: clients, strays: strays, method: method, language: english)
    }

    /// The page in English, from rows.
    static func html(rows: [OverviewRow], strays: [ReportPhoto] = [], method: String) -> String {
        html(rows: rows, strays: strays, method: method, language: english)
    }
}

extension ReportSummary {
    /// The verdict in English.
    var verdict: String { verdict(in: english) }
    /// What is off now in English.
    var offTitles: [String] { offTitles(in: english) }
}
