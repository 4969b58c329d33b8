import ClientRecords
import GroupComparison
import ProgressReport

/// Compares groups of clients by what is noted of their sessions: `scalpline compare`.
///
/// It reads the `series.json` of each client that ``AnalyzeClients`` has written; no photo is measured again.
public struct CompareGroups: Sendable {
    /// What makes the groups.
    public var factor: SessionFactor
    /// What they are compared by.
    public var measure: ComparedMeasure

    /// Makes the use case.
    ///
    /// - Parameters:
    ///   - factor: What makes the groups.
    ///   - measure: What they are compared by.
    public init(by factor: SessionFactor, measure: ComparedMeasure = .darkness) {
        self.factor = factor
        self.measure = measure
    }

    /// Compares the clients of a folder.
    ///
    /// - Parameters:
    ///   - input: The folder that `analyze` has written.
    ///   - output: The folder for `compare.csv`, `compare.json` and `compare.html`, made where missing; nil for none.
    /// - Returns: The comparison.
    /// - Throws: ``RunError``.
    public func run(input: BytePath, output: BytePath? = nil) throws(RunError) -> ComparisonReport {
        try RunFolders.check(input: input)
        let names: [BytePath]
        do {
            names = try FileSystem.names(in: input)
        } catch {
            throw .noInput(path: input.text, problem: error.words)
        }
        var clients: [SeriesRecord] = []
        var leftOut: [ComparisonReport.LeftOut] = []
        var found = false
        for name in names where name.bytes.first != UInt8(ascii: ".") {
            let file = input.appending(name).appending(SeriesRecord.fileName)
            guard (try? FileSystem.status(file))?.kind == .file else { continue }
            found = true
            if let record = SeriesRecord.load(file) {
                clients.append(record)
            } else {
                leftOut.append(.init(client: name.text, reason: .unreadable))
            }
        }
        guard found else { throw .noSeries(path: input.text) }
        let report = compare(clients, leftOut: leftOut)
        if let output { try Self.write(report, to: output) }
        return report
    }

    /// Until this day hardly any pigment is shed.
    ///
    /// The curve has it shed from day 5 on at the earliest. Where the first photo is later, the expected curve says what
    /// was fresh more than the client's own photos do, and clients of all groups are made alike by it
    /// (`Benchmarks/compare.md`).
    private static let freshUntilDay = 3.5

    /// Compares clients whose records have been read.
    ///
    /// - Parameters:
    ///   - records: The clients.
    ///   - unread: Clients whose records could not be read.
    /// - Returns: The comparison.
    package func compare(
        _ records: [SeriesRecord], leftOut unread: [ComparisonReport.LeftOut] = []
    ) -> ComparisonReport {
        var leftOut = unread
        var grouped: [(record: SeriesRecord, value: String)] = []
        for record in records {
            switch record.value(of: factor) {
            case .failure(let failure): leftOut.append(.init(client: record.client, reason: failure.reason))
            case .success(let value): grouped.append((record, value))
            }
        }
        let names = Self.names(of: grouped.map(\.value))
        let others = otherFactors(of: grouped.map(\.record))
        var clients: [ComparedClient] = []
        var methods: Set<String> = []
        for (record, value) in grouped {
            let key = SeriesRecord.key(value)
            var client = record.compared(in: names[key] ?? value, measure: measure)
            client.otherFactors = others[record.client] ?? [:]
            if client.visits.isEmpty {
                leftOut.append(.init(client: record.client, reason: .noPhotos))
            } else if measure == .darkness, client.visits[0].day > Self.freshUntilDay {
                leftOut.append(.init(client: record.client, reason: .freshNotSeen))
            } else {
                clients.append(client)
                methods.insert(record.method)
            }
        }
        return ComparisonReport(
            method: Scalpline.method, methods: methods.sorted(), factor: factor,
            groups: ComparedGroups(clients, measure: measure),
            leftOut: leftOut.sorted { $0.client < $1.client })
    }

    /// The clients' values of the factors that make no groups, by client and factor.
    private func otherFactors(of records: [SeriesRecord]) -> [String: [String: String]] {
        var noted: [String: [String: String]] = [:]
        for other in SessionFactor.allCases where other != factor {
            let values = records.compactMap { record in
                (try? record.value(of: other).get()).map { (record.client, $0) }
            }
            let names = Self.names(of: values.map(\.1))
            for (client, value) in values {
                noted[client, default: [:]][other.rawValue] = names[SeriesRecord.key(value)]
            }
        }
        return noted
    }

    /// For each value, spelling aside, the spelling that most clients have; of two the first by letters.
    private static func names(of values: [String]) -> [String: String] {
        Dictionary(grouping: values, by: SeriesRecord.key).compactMapValues { spellings in
            let counts = Dictionary(grouping: spellings.map(SeriesRecord.spelled)) { $0 }.mapValues(\.count)
            return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
        }
    }

    private static func write(_ report: ComparisonReport, to output: BytePath) throws(RunError) {
        let files = [
            (ComparisonTable.name, ComparisonTable.text(for: report)),
            (ResultSchema.metadataName(of: ComparisonTable.name), try ResultSchema.compareTable.text()),
            ("compare.json", RecordEncoder.comparison(report) + "\n"),
            ("compare.html", ComparisonPage.html(for: report)),
        ]
        do {
            try FileSystem.makeFolder(output)
        } catch {
            throw .notWritable(path: output.text, problem: error.words)
        }
        for (name, text) in files {
            do {
                try FileSystem.write(Array(text.utf8), to: output.appending(name))
            } catch {
                throw .notWritable(path: output.appending(name).text, problem: error.words)
            }
        }
    }
}
