import PhotoDecoding

extension InboxPlan {
    /// Photos of one appointment are minutes apart.
    private static let secondsOfAppointment = 15 * 60

    /// Tells of photos that a person has to decide which certain one was taken at nearly the same time: a hint only, as
    /// another client may have come in between.
    mutating func tellNeighbours() {
        let certain = items.compactMap { item -> (item: Item, clock: WallClock)? in
            guard item.clientID != nil, let date = item.date, date.isTrusted, !date.isWholeDay else {
                return nil
            }
            return (item, date.clock)
        }
        for number in items.indices {
            switch items[number].decision {
            case .decide, .newClient: break
            default: continue
            }
            guard let date = items[number].date, date.isTrusted, !date.isWholeDay else { continue }
            let near = certain.map {
                (item: $0.item, seconds: abs($0.clock.secondsSince1970 - date.clock.secondsSince1970))
            }
            .filter { $0.seconds <= Self.secondsOfAppointment }
            // Where clients came close together the time tells nothing.
            guard Set(near.map(\.item.clientID)).count == 1,
                let (item, seconds) = near.min(by: { $0.seconds < $1.seconds }),
                let id = item.clientID
            else { continue }
            let minutes = (seconds + 30) / 60
            let apart = minutes == 0 ? "less than a minute" : minutes == 1 ? "1 minute" : "\(minutes) minutes"
            items[number].hint = "taken \(apart) from \(item.file), which is \(id)'s"
        }
    }
}
