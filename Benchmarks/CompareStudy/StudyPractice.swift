import GroupComparison
import HealingCurve
import SimulatedClients
import SteadyMath

/// Two groups of simulated clients of one practice, and what intervals say of them.
struct StudyPractice: Sendable {
    /// Clients a group, smallest first.
    static let sizes = [5, 10, 20, 50, 100]
    /// Name of the mean of all photos after settling.
    static let settled = "darkness after settling, all photos"

    /// What is true of the populations.
    struct Truth: Sendable {
        /// By ``StudyQuantity/all``.
        var means: [Double]
        /// Mean of all photos after settling.
        var settled: Double

        /// Finds it by drawing many clients.
        init(priors: CurvePriors, clients: Int) {
            let parts = 64
            let all = parallel(parts) { part in
                var random = SeededRandom(seed: 900_000 + UInt64(part))
                var sums = [Double](repeating: 0, count: StudyQuantity.all.count + 2)
                for _ in 0..<clients / parts {
                    let curve = priors.drawClient(sessions: [CurveSession(day: 0)], using: &random)
                    for (index, entry) in StudyQuantity.all.enumerated() { sums[index] += entry.truth(curve) }
                    for day in StudyClient.days where day >= ClientFigure.settledDay {
                        sums[StudyQuantity.all.count] += curve.darkness.share(
                            daysSinceSession: day * random.uniform(11.0 / 12...13.0 / 12))
                        sums[StudyQuantity.all.count + 1] += 1
                    }
                }
                return sums
            }
            let sums = all[0].indices.map { index in all.reduce(0) { $0 + $1[index] } }
            let count = Double(clients / parts * parts)
            means = StudyQuantity.all.indices.map { sums[$0] / count }
            settled = sums[StudyQuantity.all.count] / sums[StudyQuantity.all.count + 1]
        }
    }

    /// Both groups' clients, as many as the largest size.
    var groups: [[StudyClient]]

    /// Draws a practice.
    ///
    /// - Parameters:
    ///   - number: Fixes everything.
    ///   - priors: What the clients of both groups are drawn from.
    ///   - clients: Clients of a group.
    ///   - days: Photos of a client, in days.
    ///   - isThroughCurve: Whether darkness is told as `analyze` tells it.
    init(
        number: Int, priors: [CurvePriors], clients: Int = Self.sizes.last ?? 0,
        days: [Double] = StudyClient.days, isThroughCurve: Bool = false
    ) {
        groups = priors.enumerated().map { group, priors in
            (0..<clients).map { client in
                StudyClient(
                    seed: UInt64(number) << 20 | UInt64(group) << 16 | UInt64(client) | 1 << 60,
                    priors: priors,
                    days: days, isThroughCurve: isThroughCurve)
            }
        }
    }

    /// Counts which intervals hold the truth.
    func tally(_ truths: [Truth], number: Int) -> PracticeTally {
        var tally = PracticeTally()
        var random = SeededRandom(seed: UInt64(number) ^ 0xB0075)
        for size in Self.sizes {
            let chosen = groups.map { $0.prefix(size) }
            for (index, entry) in StudyQuantity.all.enumerated() {
                count(
                    entry.name, chosen.map { $0.compactMap { $0.figures[index] } },
                    truths.map { $0.means[index] },
                    size: size, in: &tally, using: &random)
            }
            let means = chosen.map {
                $0.compactMap { $0.settled.isEmpty ? nil : ClientSample($0.settled).mean }
            }
            count(Self.settled, means, truths.map(\.settled), size: size, in: &tally, using: &random)
            let photos = chosen.map { $0.flatMap(\.settled) }
            let own = Bootstrap.intervals(photos[0], less: nil, using: &random).percentile
            tally.add(
                Self.settled, .photos, isDifference: false, clients: size, own, truth: truths[0].settled)
            let difference = Bootstrap.intervals(photos[0], less: photos[1], using: &random).percentile
            tally.add(
                Self.settled, .photos, isDifference: true, clients: size, difference,
                truth: truths[0].settled - truths[1].settled)
        }
        return tally
    }

    private func count(
        _ name: String, _ values: [[Double]], _ truths: [Double], size: Int, in tally: inout PracticeTally,
        using random: inout SeededRandom
    ) {
        // The photos of one client alone have no spread to resample.
        guard values.allSatisfy({ $0.count > 1 }) else { return }
        let samples = values.map(ClientSample.init)
        let level = ComparedGroups.level
        let difference = truths[0] - truths[1]
        func add(_ method: PracticeTally.Method, _ isDifference: Bool, _ interval: ClosedRange<Double>?) {
            tally.add(
                name, method, isDifference: isDifference, clients: size, interval,
                truth: isDifference ? difference : truths[0])
        }
        add(.student, false, samples[0].interval(level: level))
        add(.student, true, samples[0].interval(less: samples[1], level: level))
        let own = Bootstrap.intervals(values[0], less: nil, using: &random)
        add(.percentile, false, own.percentile)
        add(.studentised, false, own.studentised)
        let both = Bootstrap.intervals(values[0], less: values[1], using: &random)
        add(.percentile, true, both.percentile)
        add(.studentised, true, both.studentised)
    }
}
