import Foundation
import GroupComparison
import HealingCurve
import PhotoDecoding
import ProgressReport
import ScalpMeasurement
import ScalplineApp
import Testing

@Suite("Schemas of the results")
struct ResultSchemaTests {
    private func object(_ schema: ResultSchema) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(try schema.text().utf8))
        return try #require(value as? [String: Any])
    }

    private func words(_ schema: ResultSchema, _ path: String...) throws -> Set<String> {
        var place: Any = try object(schema)
        for step in path { place = try #require((place as? [String: Any])?[step]) }
        return Set(try #require(place as? [Any]).compactMap { $0 as? String })
    }

    @Test("Every schema is JSON, ended by a newline", arguments: ResultSchema.allCases)
    func parses(schema: ResultSchema) throws {
        #expect(try schema.text().hasSuffix("}\n"))
        #expect(try !object(schema).isEmpty)
    }

    @Test("A schema allows each word that the program writes, and no other")
    func enumerations() throws {
        let reasons = Set(Reason.allCases.map(\.rawValue))
        #expect(try words(.photo, "$defs", "reason", "enum") == reasons)
        #expect(
            try words(.series, "$defs", "verdict", "properties", "reason", "enum")
                == reasons.union([MeasureVerdict.noEarlierPhoto]))
        #expect(
            try words(.photo, "properties", "warnings", "items", "enum")
                == Set(PhotoWarning.allCases.map(\.rawValue)))
        #expect(
            try words(.series, "$defs", "photoInSeries", "properties", "stage", "enum")
                == Set(HealingStage.allCases.map(\.rawValue)))
        #expect(
            try words(.series, "$defs", "revision", "properties", "measure", "enum")
                == Set(CurveMeasure.allCases.map(\.rawValue)))
        #expect(
            try words(.series, "$defs", "session", "required").isSuperset(
                of: SessionFactor.allCases.map(\.rawValue)))
        #expect(
            try words(.compare, "properties", "factor", "enum") == Set(SessionFactor.allCases.map(\.rawValue))
        )
        #expect(
            try words(.compare, "properties", "measure", "enum")
                == Set(ComparedMeasure.allCases.map(\.rawValue)))
        #expect(
            try words(.compare, "$defs", "group", "properties", "traits", "propertyNames", "enum")
                == Set(ComparedTrait.allCases.map(\.rawValue)))
        #expect(
            try words(.compare, "properties", "leftOut", "items", "properties", "reason", "enum")
                == Set(ComparisonReport.Exclusion.allCases.map(\.rawValue)))
        #expect(
            try words(.compare, "$defs", "difference", "properties", "reading", "enum")
                == Set(GroupDifference.Reading.allCases.map(\.rawValue)))
        #expect(
            try words(.compare, "$defs", "figure", "properties", "reason", "enum")
                == Set(ComparisonReason.allCases.map(\.rawValue)))
    }

    @Test("A table's metadata tells its columns in their order, each with title, meaning and type")
    func columns() throws {
        let headers: [(ResultSchema, String)] = [
            (.measurements, MeasurementsTable.header), (.dotTracks, DotTracksTable.header),
            (.curve, CurveTable.header), (.compareTable, ComparisonTable.header),
        ]
        for (schema, header) in headers {
            let table = try #require(try object(schema)["tableSchema"] as? [String: Any])
            let columns = try #require(table["columns"] as? [[String: Any]])
            #expect(columns.compactMap { $0["name"] as? String }.joined(separator: ",") + "\n" == header)
            for column in columns {
                #expect(column["datatype"] != nil && column["required"] is Bool)
                #expect((column["dc:title"] as? String)?.isEmpty == false)
                #expect((column["dc:description"] as? String)?.hasSuffix(".") == true)
            }
        }
    }

    @Test("The schema of a series stands alone: that of a photo lies in it")
    func bundled() throws {
        let definitions = try #require(try object(.series)["$defs"] as? [String: Any])
        let photo = try #require(definitions["photo"] as? NSDictionary)
        #expect(photo == NSDictionary(dictionary: try object(.photo)))
    }
}
