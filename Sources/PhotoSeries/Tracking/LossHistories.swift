import Raster
import SteadyMath

/// When each dot of a series was lost, all that is asked where dots vanish.
///
/// What single photos say is made one story a dot: a dot is there up to some visit and lost from it on, the visit
/// being the one that agrees with most photos. A photo in which a lock of hair hides dots that are there again
/// later so tells of no loss.
package struct LossHistories: Sendable {
    /// Where the dots are, in the anchor's pixels.
    package private(set) var places: [PixelPoint]
    /// For each dot the first visit that shows it.
    package private(set) var firsts: [Int]
    /// For each dot the visit from which on it is lost, the number of visits where it stays.
    package private(set) var lostFrom: [Int]
    /// For each visit and dot whether the photo tells if it is there.
    package private(set) var isKnown: [[Bool]]

    /// Number of visits.
    package var visits: Int { isKnown.count }

    /// Makes one story of what the photos say.
    ///
    /// - Parameters:
    ///   - places: Where the dots are, in the anchor's pixels.
    ///   - firsts: For each dot the first visit that shows it.
    ///   - states: For each visit the state of each dot; empty where the photo is not registered.
    /// - Complexity: O(dots · visits).
    package init(places: [PixelPoint], firsts: [Int], states: [[TrackState]]) {
        self.places = places
        self.firsts = firsts
        isKnown = states.enumerated().map { visit, row in
            places.indices.map { dot in
                !row.isEmpty && firsts[dot] < visit && (row[dot] == .seen || row[dot] == .lost)
            }
        }
        lostFrom = []
        for dot in places.indices {
            // Photos that gainsay a loss from the visit on; the last of the best, so that doubt is no loss.
            var against = 0
            var least = 0
            var best = states.count
            for visit in stride(from: states.count - 1, through: 0, by: -1) where isKnown[visit][dot] {
                against += states[visit][dot] == .lost ? -1 : 1
                if against < least {
                    least = against
                    best = visit
                }
            }
            lostFrom.append(best)
        }
    }

    /// Whether a visit shows that a dot is lost.
    @inline(__always)
    func isLost(_ dot: Int, at visit: Int) -> Bool { lostFrom[dot] <= visit }

    /// The dots for which a condition holds.
    func filtered(_ isKept: (Int) -> Bool) -> LossHistories {
        var copy = self
        let kept = places.indices.filter(isKept)
        copy.places = kept.map { places[$0] }
        copy.firsts = kept.map { firsts[$0] }
        copy.lostFrom = kept.map { lostFrom[$0] }
        copy.isKnown = isKnown.map { row in kept.map { row[$0] } }
        return copy
    }

    /// Deals the losses anew among the dots that the same visit showed first: where dots are and when they are
    /// known stays, the story of each one's loss goes to another.
    ///
    /// - Parameter random: Where chance comes from.
    mutating func deal(using random: inout SeededRandom) {
        var order = Array(places.indices)
        order.sort { firsts[$0] != firsts[$1] ? firsts[$0] < firsts[$1] : $0 < $1 }
        var start = 0
        while start < order.count {
            var end = start
            while end < order.count, firsts[order[end]] == firsts[order[start]] { end += 1 }
            for slot in stride(from: end - 1, to: start, by: -1) {
                let other = Int(random.next() % UInt64(slot - start + 1)) + start
                lostFrom.swapAt(order[slot], order[other])
            }
            start = end
        }
    }
}
