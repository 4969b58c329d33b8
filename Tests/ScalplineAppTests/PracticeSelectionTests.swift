import HealingCurve
import ScalplineApp
import Testing

@Suite("Clients that a practice's curve is learned from")
struct PracticeSelectionTests {
    private static func client(
        _ id: String, days: [Double], sessions: [Double] = [0], attention: [String] = []
    ) -> PracticeClient {
        let visits = days.map {
            CurveVisit(day: $0, values: [.redness: CurveValue(value: 1, standardError: 0.5)])
        }
        let series = PracticeSeries(
            client: id, sessions: sessions.map { CurveSession(day: $0) }, visits: visits)
        return PracticeClient(id: id, outcome: .series(series, attention: attention))
    }

    private static let clients = [
        client("anna", days: [0, 5, 60]),
        client("bea", days: [0, 5, 60], attention: ["lost-patch"]),
        client("cleo", days: [0, 5, 20]),
        client("dora", days: [0, 5, 60], sessions: [0, 30]),
        PracticeClient(id: "eve", outcome: .without(.noSessions)),
        PracticeClient(id: "fay", outcome: .without(.noSessions)),
        PracticeClient(id: "gwen", outcome: .without(.badClientFile)),
    ]

    @Test("Only finished series without findings are learned from; all are checked")
    func sorted() {
        let selection = PracticeSelection(Self.clients, includesFindings: false)
        #expect(selection.series.map(\.client) == ["anna", "bea", "cleo", "dora"])
        #expect(selection.finished.map(\.client) == ["anna", "bea"])
        #expect(selection.learned.map(\.client) == ["anna"])
        #expect(selection.unfinished == ["cleo", "dora"])
        #expect(selection.withFindings.map(\.client) == ["bea"])
        #expect(selection.without.map(\.reason) == [.badClientFile, .noSessions])
        #expect(selection.without.map(\.clients) == [["gwen"], ["eve", "fay"]])
    }

    @Test("With findings included, finished series with findings are learned from too")
    func included() {
        let selection = PracticeSelection(Self.clients, includesFindings: true)
        #expect(selection.learned.map(\.client) == ["anna", "bea"])
        #expect(selection.withFindings.map(\.codes) == [["lost-patch"]])
    }
}
