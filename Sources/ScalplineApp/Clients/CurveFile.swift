import ClientRecords
import Foundation
import HealingCurve
import ProgressReport

/// The file of the expected curve's priors, which a practice may edit.
package enum CurveFile {
    /// The file's `schema`.
    static let schema = "scalpline.curve/1"
    private static let largestFile = 1_000_000

    /// A curve's file, read.
    package struct Loaded: Sendable {
        /// What is held to be likely of each parameter.
        package var priors: CurvePriors
        /// Which file it is, as results name it.
        package var named: ReportCurve
        /// The file's text.
        package var text: String
    }

    /// Reads the priors.
    ///
    /// - Parameter path: The practice's own file, or nil for the one that comes with the program.
    /// - Returns: The priors.
    /// - Throws: ``RunError/badCurve(message:)`` with the line and key that is wrong.
    package static func priors(from path: BytePath?) throws(RunError) -> CurvePriors {
        try load(from: path).priors
    }

    /// Reads a curve's file.
    ///
    /// - Parameter path: The practice's own file, or nil for the one that comes with the program.
    /// - Returns: The priors, the text, and what tells the file from others: the SHA-256 of its text, a byte order
    ///   mark left out.
    /// - Throws: ``RunError/badCurve(message:)`` with the line and key that is wrong.
    package static func load(from path: BytePath?) throws(RunError) -> Loaded {
        let file = path?.text ?? "healing-curve.yaml"
        do {
            guard let text = try RecordText.load(path ?? bundled, largest: largestFile) else {
                throw RunError.badCurve(message: "\(file): there is no such file. Name one with --curve.")
            }
            let named = ReportCurve(
                source: path == nil ? .published : .file, sha256: ContentHash.sha256(Array(text.utf8)))
            return Loaded(priors: try priors(reading: text), named: named, text: text)
        } catch let error as RecordFileError {
            throw .badCurve(message: error.message(file: file))
        } catch let error as CurvePriorError {
            throw .badCurve(message: "\(file): \(words(for: error))")
        } catch let error as RunError {
            throw error
        } catch {
            throw .badCurve(message: "\(file): cannot be read.")
        }
    }

    /// Reads the priors from a file's text.
    ///
    /// - Parameter text: The file's text.
    /// - Returns: The priors.
    /// - Throws: `RecordFileError` or `CurvePriorError`.
    package static func priors(reading text: String) throws -> CurvePriors {
        guard let root = try StrictYAML.root(of: text) else {
            throw RecordFileError.missingKey(line: 1, key: "priors")
        }
        let top = try root.map(known: ["schema", "priors"])
        guard let schemaValue = top["schema"] else {
            throw RecordFileError.missingKey(line: root.line, key: "schema")
        }
        guard try schemaValue.text() == schema else { throw schemaValue.bad(schema) }
        guard let priorsValue = top["priors"] else {
            throw RecordFileError.missingKey(line: root.line, key: "priors")
        }
        let parameters = try priorsValue.map(known: CurveParameter.allCases.map(\.rawValue))
        var entries: [String: CurvePrior] = [:]
        for parameter in CurveParameter.allCases {
            guard let value = parameters[parameter.rawValue] else {
                throw RecordFileError.missingKey(line: priorsValue.line, key: parameter.rawValue)
            }
            let points = try value.map(known: ["low", "median", "high", "log"])
            func point(_ name: String) throws -> Double {
                guard let point = points[name] else {
                    throw RecordFileError.missingKey(line: value.line, key: "\(parameter.rawValue).\(name)")
                }
                return try point.number(expected: "a number")
            }
            entries[parameter.rawValue] = CurvePrior(
                low: try point("low"), median: try point("median"), high: try point("high"),
                isLogarithmic: try points["log"]?.bool() ?? false)
        }
        return try CurvePriors(entries)
    }

    private static var bundled: BytePath {
        let url = Bundle.module.url(forResource: "healing-curve", withExtension: "yaml")
        return BytePath(url?.path ?? "healing-curve.yaml")
    }

    private static func words(for error: CurvePriorError) -> String {
        switch error {
        case .missing(let keys): "\(keys.joined(separator: ", ")) missing under \"priors\". Add them."
        case .unknown(let keys): "\(keys.joined(separator: ", ")) unknown under \"priors\". Remove them."
        case .notAscending(let key, let low, let median, let high):
            "\"\(key)\": low \(low), median \(median), high \(high) do not ascend. Order them."
        case .notPositive(let key, let low):
            "\"\(key)\": low \(low) must be above 0 where log is true."
        case .outOfBounds(let key, let value, let lowest, let highest):
            "\"\(key)\": \(value) is outside what is possible (\(lowest) to \(highest))."
        }
    }
}
