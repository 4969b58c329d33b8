import HealingCurve

/// Which of a practice's clients a curve is learned from, and why the others are left out.
package struct PracticeSelection: Sendable {
    /// All clients, in the order of their names.
    package let clients: [PracticeClient]
    /// Whether series with findings that ask for attention are learned from too.
    package let includesFindings: Bool

    /// Sorts clients out.
    ///
    /// - Parameters:
    ///   - clients: All clients.
    ///   - includesFindings: Whether series with findings that ask for attention are learned from too.
    package init(_ clients: [PracticeClient], includesFindings: Bool) {
        self.clients = clients
        self.includesFindings = includesFindings
    }

    private var all: [(series: PracticeSeries, attention: [String])] {
        clients.compactMap { client in
            guard case .series(let series, let attention) = client.outcome else { return nil }
            return (series, attention)
        }
    }

    /// Every series that can be compared, finished or not.
    package var series: [PracticeSeries] { all.map(\.series) }
    /// Series that have come long enough to be learned from.
    package var finished: [PracticeSeries] { series.filter(\.isFinished) }
    /// Series to learn from.
    package var learned: [PracticeSeries] {
        all.filter { $0.series.isFinished && (includesFindings || $0.attention.isEmpty) }.map(\.series)
    }

    /// Clients whose series is not finished.
    package var unfinished: [String] { series.filter { !$0.isFinished }.map(\.client) }
    /// Clients with a finished series and findings that ask for attention, with the codes.
    package var withFindings: [(client: String, codes: [String])] {
        all.filter { $0.series.isFinished && !$0.attention.isEmpty }.map { ($0.series.client, $0.attention) }
    }
    /// Clients without a series, by reason.
    package var without: [(reason: PracticeClient.Reason, clients: [String])] {
        PracticeClient.Reason.allCases.compactMap { reason in
            let ids = clients.filter { client in
                if case .without(reason) = client.outcome { true } else { false }
            }.map(\.id)
            return ids.isEmpty ? nil : (reason, ids)
        }
    }
}
