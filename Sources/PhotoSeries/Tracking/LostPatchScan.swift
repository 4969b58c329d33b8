import Raster
import ScalpMeasurement
import SteadyMath

/// Finds places whose dots vanished far more than the rest: a scan over discs of all sizes.
///
/// The statistic of a disc is Kulldorff's (1997, doi 10.1080/03610929708831995): how much likelier its losses
/// are with a rate of its own. The greatest over all discs is held against the greatest of the same dots with
/// their losses dealt anew; the tail beyond those deals is Gumbel's.
enum LostPatchScan {
    /// A patch is told if chance makes one as marked in fewer than one series in so many.
    private static let seriesPerFalseAlarm = 200.0
    /// Lost dots that a patch has at least.
    private static let fewestLost = 12
    /// Statistic below which no disc is rare: chance over hundreds of discs passes it once in a hundred deals.
    private static let leastStatistic = 9.0
    /// Deals of the losses.
    private static let deals = 99
    /// Side of a bin in the dots' spacings, and bins at most.
    private static let binInSpacings = 2.0
    private static let mostBins = 900.0
    /// A disc holds at most this share of all dots.
    private static let largestShare = 0.4
    /// Patches of one photo at most.
    private static let patchesPerPhoto = 4
    /// Once told, a place is left out up to this many radii from its middle.
    private static let toldReach = 1.3

    /// A disc in the anchor's frame.
    private struct Disc {
        var statistic: Double
        var centre: PixelPoint
        var radius: Double
        var known: Int
        var lost: Int
    }

    /// The patches, each at the first photo that shows it.
    ///
    /// - Parameters:
    ///   - tracks: The dots' states.
    ///   - map: Where they are.
    ///   - alignment: How the photos lie over one another.
    /// - Returns: In order of photos.
    static func patches(in tracks: DotTracks, map: ScalpMap, alignment: SeriesAlignment) -> [LostPatch] {
        let photos = map.views.indices.filter { !tracks.states[$0].isEmpty }
        var patches: [LostPatch] = []
        var told: [Disc] = []
        for photo in photos {
            for _ in 0..<patchesPerPhoto {
                var places: [PixelPoint] = []
                var lost: [Bool] = []
                for dot in map.places.indices where tracks.firstPhotos[dot] < photo {
                    let state = tracks.states[photo][dot]
                    guard state == .seen || state == .lost else { continue }
                    let place = map.places[dot]
                    if told.contains(where: { place.distance(to: $0.centre) < toldReach * $0.radius }) {
                        continue
                    }
                    places.append(place)
                    lost.append(state == .lost)
                }
                guard let scan = BinnedScan(places: places, spacing: map.spacing * binInSpacings),
                    let disc = scan.best(lost: lost), disc.lost >= fewestLost,
                    disc.statistic > leastStatistic
                else { break }
                let probability = falseAlarm(of: disc.statistic, scan: scan, lost: lost, seed: UInt64(photo))
                let overVisits = min(1, probability * Double(photos.count))
                guard overVisits * seriesPerFalseAlarm < 1,
                    let back = alignment.maps[photo]?.inverse
                else { break }
                told.append(disc)
                patches.append(
                    LostPatch(
                        photo: photo, centre: back.apply(disc.centre),
                        areaInSquarePixels: .pi * disc.radius * disc.radius
                            * back.areaScale(at: disc.centre),
                        dotsKnown: disc.known, dotsLost: disc.lost, falseAlarmProbability: overVisits))
            }
        }
        return patches
    }

    private static func falseAlarm(
        of statistic: Double, scan: BinnedScan, lost: [Bool], seed: UInt64
    ) -> Double {
        var random = SeededRandom(seed: seed)
        var dealt = lost
        var maxima: [Double] = []
        for _ in 0..<deals {
            dealt.shuffle(using: &random)
            maxima.append(scan.best(lost: dealt)?.statistic ?? 0)
        }
        let mean = maxima.reduce(0, +) / Double(deals)
        let square = maxima.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(deals - 1)
        // Gumbel's law by its moments: spread β = s √6/π, mode = mean − 0.5772 β.
        let spread = max(1e-9, square.squareRoot() * 6.0.squareRoot() / .pi)
        let mode = mean - 0.577_215_664_901_532_9 * spread
        return 1 - Steady.exp(-Steady.exp(-(statistic - mode) / spread))
    }

    /// Dots in bins, and discs made of them.
    private struct BinnedScan {
        private let places: [PixelPoint]
        private let homes: [Int]
        private let known: [Int]
        private let columns: Int
        private let rows: Int
        private let left: Double
        private let top: Double
        private let side: Double
        /// Steps to the bins around one, ring by ring: the n-th about n bins away.
        private let rings: [[(x: Int, y: Int)]]
        /// `n ln n` of every count.
        private let entropy: [Double]

        init?(places: [PixelPoint], spacing: Double) {
            guard places.count >= 4 * LostPatchScan.fewestLost, let first = places.first else { return nil }
            var (low, high) = (first, first)
            for place in places {
                low = PixelPoint(x: min(low.x, place.x), y: min(low.y, place.y))
                high = PixelPoint(x: max(high.x, place.x), y: max(high.y, place.y))
            }
            let area = max(1, high.x - low.x) * max(1, high.y - low.y)
            side = max(
                spacing, (area / LostPatchScan.mostBins).squareRoot(),
                max(high.x - low.x, high.y - low.y) / LostPatchScan.mostBins, 1e-6)
            left = low.x
            top = low.y
            columns = Int((high.x - low.x) / side) + 1
            rows = Int((high.y - low.y) / side) + 1
            var known = [Int](repeating: 0, count: columns * rows)
            var homes: [Int] = []
            for place in places {
                let row = min(rows - 1, Int((place.y - low.y) / side))
                let home = row * columns + min(columns - 1, Int((place.x - low.x) / side))
                homes.append(home)
                known[home] += 1
            }
            self.places = places
            self.homes = homes
            self.known = known
            let reach = max(2, min(columns, rows) / 2)
            var rings = [[(x: Int, y: Int)]](repeating: [], count: reach + 1)
            for y in -reach...reach {
                for x in -reach...reach {
                    let ring = Int(Double(x * x + y * y).squareRoot().rounded())
                    if ring <= reach { rings[ring].append((x, y)) }
                }
            }
            self.rings = rings
            entropy = (0...places.count).map { $0 == 0 ? 0 : Double($0) * Steady.log(Double($0)) }
        }

        /// The disc with the greatest statistic, or nil where nothing is lost anywhere.
        func best(lost: [Bool]) -> Disc? {
            var lostInBin = [Int](repeating: 0, count: known.count)
            var total = 0
            for (dot, isLost) in lost.enumerated() where isLost {
                lostInBin[homes[dot]] += 1
                total += 1
            }
            guard total > 0, total < lost.count else { return nil }
            let overall = Double(total) / Double(lost.count)
            let most = Int(LostPatchScan.largestShare * Double(lost.count))
            var best: Disc?
            for row in 0..<rows {
                for column in 0..<columns where known[row * columns + column] > 0 {
                    var inside = 0
                    var gone = 0
                    for (ring, steps) in rings.enumerated() {
                        for step in steps {
                            let (x, y) = (column + step.x, row + step.y)
                            guard x >= 0, y >= 0, x < columns, y < rows else { continue }
                            inside += known[y * columns + x]
                            gone += lostInBin[y * columns + x]
                        }
                        if inside > most { break }
                        guard gone >= 3, Double(gone) > overall * Double(inside) else { continue }
                        let statistic = self.statistic(
                            gone: gone, inside: inside, total: total, all: lost.count)
                        if statistic > best?.statistic ?? 0 {
                            best = Disc(
                                statistic: statistic,
                                centre: PixelPoint(
                                    x: left + (Double(column) + 0.5) * side,
                                    y: top + (Double(row) + 0.5) * side),
                                radius: (Double(ring) + 0.5) * side, known: inside, lost: gone)
                        }
                    }
                }
            }
            return best
        }

        /// Logarithm of the likelihood with a rate of its own inside over that with one rate, for higher rates
        /// inside.
        private func statistic(gone: Int, inside: Int, total: Int, all: Int) -> Double {
            func likelihood(_ part: Int, _ whole: Int) -> Double {
                entropy[part] + entropy[whole - part] - entropy[whole]
            }
            return likelihood(gone, inside) + likelihood(total - gone, all - inside) - likelihood(total, all)
        }
    }
}
