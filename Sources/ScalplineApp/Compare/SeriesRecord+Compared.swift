import GroupComparison
import PhotoDecoding
import ProgressReport

extension SeriesRecord {
    /// What a session's value of a factor must be to count as another's: spaces about it and the case of letters aside.
    static func key(_ value: String) -> String { spelled(value).lowercased() }

    /// A value without spaces about it and with single ones between its words.
    static func spelled(_ value: String) -> String {
        value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The client's one value of a factor, as it is noted of the last session.
    ///
    /// - Parameter factor: The factor.
    /// - Returns: The value, or why there is none.
    func value(of factor: SessionFactor) -> Result<String, GroupingFailure> {
        if error != nil { return .failure(GroupingFailure(reason: .notMeasured)) }
        guard !sessionsAssumed, !sessions.isEmpty else {
            return .failure(GroupingFailure(reason: .noSession))
        }
        let noted = sessions.compactMap { $0[factor] }.filter { !Self.key($0).isEmpty }
        if Set(noted.map(Self.key)).count > 1 { return .failure(GroupingFailure(reason: .mixed)) }
        guard noted.count == sessions.count, let last = noted.last else {
            return .failure(GroupingFailure(reason: .notNoted))
        }
        return .success(last)
    }

    /// The client as groups are compared.
    ///
    /// - Parameters:
    ///   - group: The group's name.
    ///   - measure: The measure.
    /// - Returns: The client; without visits where no photo tells the measure.
    func compared(in group: String, measure: ComparedMeasure) -> ComparedClient {
        let told = photos.filter(isAfterLastSession).compactMap { photo in
            visit(photo, measure).map { (view: photo.view ?? "", visit: $0, photo: photo) }
        }
        // Other views of the head have their own course: the one with most photos stands for the client.
        let counts = Dictionary(grouping: told, by: \.view).mapValues(\.count)
        let view = counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
        let own = told.filter { $0.view == view }
        let visits = own.map(\.visit).sorted { $0.day < $1.day }
        var client = ComparedClient(id: client, group: group, visits: visits)
        client.traits[.skin] = Self.median(own.compactMap(\.photo.redness?.individualTypologyAngle))
        client.traits[.firstDay] = visits.first?.day
        client.traits[.lastDay] = visits.last?.day
        client.traits[.photos] = Double(visits.count)
        client.traits[.sessions] = Double(sessions.count)
        client.traits[.sessionDate] = sessions.last.flatMap { Self.days($0.date) }
        client.traits[.scale] = Self.median(own.compactMap(\.photo.pixelsPerMillimetre))
        client.traits[.blur] = Self.median(own.compactMap(\.photo.quality?.blurPixels))
        let looked = photos.filter(isAfterLastSession).compactMap(\.quality)
        if !looked.isEmpty {
            client.traits[.unusable] = Double(looked.count { !$0.usable }) / Double(looked.count)
        }
        return client
    }

    /// A date that was taken from the file's time says nothing of days since a session.
    private static let untrustedDate = "filetime"
    /// Without a scale there are no dots per cm².
    private static let densityUnit = "dots/cm2"

    private func isAfterLastSession(_ photo: Photo) -> Bool {
        guard let last = sessions.last, let day = photo.day, day >= 0, photo.dateSource != Self.untrustedDate
        else {
            return false
        }
        return photo.bySession?.last?.date == last.date
    }

    private func visit(_ photo: Photo, _ measure: ComparedMeasure) -> ComparedVisit? {
        guard let day = photo.day, photo.quality?.usable == true else { return nil }
        let told: (value: Double?, error: Double?) =
            switch measure {
            case .darkness: (photo.relativeDarkness?.value, photo.relativeDarkness?.standardError)
            case .coverage: (photo.coverage?.value, photo.coverage?.standardError)
            case .redness: (photo.redness?.value, photo.redness?.standardError)
            case .density:
                photo.density?.unit == Self.densityUnit
                    ? (photo.density?.value, photo.density?.standardError) : (nil, nil)
            }
        guard let value = told.value, let error = told.error else { return nil }
        return ComparedVisit(day: day, value: value, standardError: error)
    }

    private static func days(_ date: String) -> Double? {
        let parts = date.prefix(10).split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        return WallClock(year: parts[0], month: parts[1], day: parts[2])?.days.rounded(.down)
    }

    private static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}
