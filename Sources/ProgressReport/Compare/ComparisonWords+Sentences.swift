import GroupComparison

extension ComparisonWords {
    /// What came out, in a sentence each: differences that the intervals tell, or that there are none.
    ///
    /// - Parameter report: The comparison.
    /// - Returns: At least one sentence.
    package static func conclusions(_ report: ComparisonReport) -> [String] {
        let groups = report.groups
        if groups.groups.count < 2 {
            return [
                groups.groups.isEmpty
                    ? "No client can be put into a group: there is nothing to compare."
                    : "All clients that count belong to one group: there is nothing to compare it with."
            ]
        }
        guard groups.comparisons > 0 else {
            return [
                "Too few clients to compare: a group needs \(ComparedGroups.fewestClients) or more whose photos tell the same thing."
            ]
        }
        let told = sentences(groups.differences.filter { $0.reading == .differ }, of: groups.measure)
        if !told.isEmpty { return told }
        let unsure = sentences(groups.differences.filter { $0.reading == .unsure }, of: groups.measure)
        let none =
            "The intervals do not tell the groups apart. That does not say that they are alike: a difference within the intervals may be there."
        return unsure.isEmpty
            ? [none]
            : [
                "Taken together, the comparisons do not tell the groups apart. These would be told alone, as one in twenty is by chance:"
            ] + unsure
    }

    /// A sentence for each pair of groups and direction, with the figure of the last day, and one for what is lost a year.
    private static func sentences(_ told: [GroupDifference], of measure: ComparedMeasure) -> [String] {
        var sentences: [String] = []
        var rest = told[...]
        while let first = rest.first {
            let alike = told.filter {
                $0.first == first.first && $0.second == first.second && $0.quantity != .fading
                    && isMore($0, of: measure) == isMore(first, of: measure)
            }
            if first.quantity == .fading {
                sentences.append(sentence(first, of: measure))
            } else if alike.first == first, let last = alike.last {
                sentences.append(sentence(last, of: measure, earlier: alike.dropLast().map(\.quantity)))
            }
            rest = rest.dropFirst()
        }
        return sentences
    }

    private static func isMore(_ difference: GroupDifference, of measure: ComparedMeasure) -> Bool {
        guard let value = difference.value else { return false }
        return isRatio(difference.quantity, of: measure) ? value > 1 : value > 0
    }

    private static func sentence(
        _ difference: GroupDifference, of measure: ComparedMeasure, earlier: [ComparedQuantity] = []
    ) -> String {
        guard let value = difference.value, let interval = difference.intervalTogether else { return "" }
        let quantity = difference.quantity
        let isMore = isMore(difference, of: measure)
        let (more, less) =
            isMore ? (difference.first, difference.second) : (difference.second, difference.first)
        func size(_ value: Double) -> Double {
            isMore ? value : isRatio(quantity, of: measure) ? 1 / value : -value
        }
        let edges = [size(interval.lowerBound), size(interval.upperBound)].sorted()
        let number = number(size(value), quantity, of: measure, isDifference: true)
        let range = self.range(edges[0]...edges[1], quantity, of: measure, isDifference: true)
        let unit = differenceUnit(quantity, of: measure)
        if quantity == .fading {
            return "\(more) loses more a year than \(less): \(number) \(unit) (\(range))."
        }
        let what = name(measure).lowercased()
        let how = isRatio(quantity, of: measure) ? "times the \(what) of" : "\(unit) more \(what) than"
        let days = earlier.map { name($0) }
        let also =
            days.isEmpty
            ? "" : ", and more on " + days.joined(separator: ", ").replacingLast(", ", with: " and ") + " too"
        return "On \(name(quantity)) \(more) has \(number) \(how) \(less) (\(range))\(also)."
    }

    /// What must be said of every comparison.
    ///
    /// - Parameter report: The comparison.
    /// - Returns: A sentence each.
    package static func cautions(_ report: ComparisonReport) -> [String] {
        let groups = report.groups
        guard groups.groups.count > 1 else { return [] }
        var sentences = [
            "Clients were not put into groups by chance: who was treated how has its reasons, and a difference may come from them."
        ]
        if groups.comparisons > 1 {
            sentences.append(
                "\(groups.comparisons) comparisons stand beside one another. Groups are said to differ only where the wider interval, which holds for all of them together (Bonferroni) and stands in the brackets above, leaves no difference out."
            )
        }
        return sentences
    }

    /// What the groups differ in beside the factor.
    ///
    /// - Parameter report: The comparison.
    /// - Returns: A sentence each.
    package static func warnings(_ report: ComparisonReport) -> [String] {
        var sentences = report.groups.warnings.map { sentence($0, in: report) }
        if report.methods.count > 1 {
            sentences.append(
                "Clients were measured by different versions (\(report.methods.joined(separator: ", "))), whose numbers may differ: run analyze on all of them again."
            )
        }
        return sentences
    }

    private static func sentence(_ warning: ComparisonWarning, in report: ComparisonReport) -> String {
        switch warning {
        case .trait(let trait, let first, let second, _):
            func told(_ group: String) -> String {
                let summary = report.groups.groups.first { $0.name == group }?.traits[trait]
                return summary.map { "\(figure($0.mean, of: trait)) in \(group)" } ?? group
            }
            return "\(heading(trait)): \(told(first)), \(told(second)). \(effect(trait))"
        case .factor(let factor, let value, let first, let second, let own, let other):
            func share(_ share: Double) -> String { plain(share * 100, 0) + " %" }
            let what = value.map { "\(factor) \($0)" } ?? "no \(factor) noted"
            return
                "The \(factor)s differ as well: \(share(own)) of \(first) and \(share(other)) of \(second) have \(what). What the \(factor) does and what the \(report.factor.rawValue) does cannot be told apart here."
        }
    }

    /// A trait as it opens a warning.
    package static func heading(_ trait: ComparedTrait) -> String {
        switch trait {
        case .skin: "Skin (typology angle, darker is lower)"
        case .firstDay: "First photo after the session"
        case .lastDay: "Last photo"
        case .photos: "Photos of a client"
        case .sessions: "Sessions of a client"
        case .sessionDate: "Date of the last session"
        case .scale: "Scale of the photos"
        case .blur: "Blur of the photos"
        case .unusable: "Photos that are not usable"
        }
    }

    /// A mean of a trait with its unit.
    package static func figure(_ value: Double, of trait: ComparedTrait) -> String {
        switch trait {
        case .skin: plain(value, 0) + "°"
        case .firstDay, .lastDay: "day " + plain(value, 0)
        case .photos, .sessions: plain(value, 1)
        case .sessionDate: DayText.text(daysSince1970: value)
        case .scale: plain(value, 1) + " pixels per mm"
        case .blur: plain(value, 2) + " pixels"
        case .unusable: plain(value * 100, 0) + " %"
        }
    }

    private static func effect(_ trait: ComparedTrait) -> String {
        switch trait {
        case .skin: "Pale dots are harder to see on darker skin: a difference may come from that."
        case .firstDay: "What counts as fresh was seen at different times: a difference may come from that."
        case .lastDay:
            "The groups were followed for different times: late figures rest on few, perhaps special, clients."
        case .photos: "Clients who come more often may be others than those who do not."
        case .sessions: "Pigment of several sessions lies over one another: a difference may come from that."
        case .sessionDate: "Cameras, light and hands change over the years: a difference may come from that."
        case .scale, .blur, .unusable: "Fine dots are lost in poorer photos: a difference may come from that."
        }
    }
}

extension String {
    /// The text with the last of a separator replaced.
    fileprivate func replacingLast(_ separator: String, with other: String) -> String {
        guard let range = ranges(of: separator).last else { return self }
        return self[..<range.lowerBound] + other + self[range.upperBound...]
    }
}
