import ClientRecords
import ScalplineApp

/// A sorted inbox in words.
enum InboxText {
    /// The plan as tables: what is certain, what is there already, what is to decide with the commands to type.
    ///
    /// - Parameters:
    ///   - plan: The plan.
    ///   - clients: The folder of clients as it was given, or nil.
    /// - Returns: Lines.
    static func text(of plan: InboxPlan, clients: String?) -> String {
        var lines: [String] = []
        let certain = plan.items.filter { sure($0) != nil }
        let width = { (items: [InboxPlan.Item]) in min(50, items.map(\.file.count).max() ?? 0) }
        func row(_ item: InboxPlan.Item, _ words: String, _ width: Int) -> String {
            let date = item.date.map { IntakeText.date($0) } ?? ""
            let both = [words, date].filter { !$0.isEmpty }.joined(separator: "; ")
            let pad = String(repeating: " ", count: max(0, width - item.file.count))
            return "  \(item.file)\(pad)  \(both)"
        }
        if !certain.isEmpty {
            lines.append("For certain:")
            lines += certain.map { row($0, sure($0) ?? "", width(certain)) }
        }
        let present = plan.items.filter { there($0) != nil }
        if !present.isEmpty {
            lines.append("There already:")
            lines += present.map { row($0, there($0) ?? "", width(present)) }
        }
        lines += undecided(plan, clients: clients, row: row, width: width)
        let refused = plan.items.compactMap { item -> String? in
            guard case .refused(let failure) = item.decision else { return nil }
            return "  \(item.file): \(failure.message) [\(failure.code)]"
        }
        if !refused.isEmpty { lines += ["Could not be read:"] + refused }
        if !plan.skipped.isEmpty {
            lines.append("No photos, left alone: " + plan.skipped.joined(separator: ", "))
        }
        lines.append(summary(of: plan, certain: certain.count))
        return lines.map(Console.printable).joined(separator: "\n")
    }

    private static func sure(_ item: InboxPlan.Item) -> String? {
        let words: String
        switch item.decision {
        case .client(let id, let photo, let marks): words = "\(id): \(marks) marks are those of \(photo)"
        case .clientThrough(let id, let file, let marks):
            words = "\(id): \(marks) marks are those of \(file), which is \(id)'s"
        default: return nil
        }
        return words + done(item)
    }

    private static func done(_ item: InboxPlan.Item) -> String {
        switch item.outcome {
        case .left: ""
        case .copied(let name): "; copied as \(name)"
        case .moved(let name): "; moved, as \(name)"
        case .failed(let problem): "; NOT DONE: \(problem)"
        }
    }

    private static func there(_ item: InboxPlan.Item) -> String? {
        switch item.decision {
        case .there(let id, let photo): return "\(id)/\(photo), the same file"
        case .again(let file): return "\(file), the same file"
        case .twin(let id, let photo, let isBetter):
            let which = isBetter ? "which is smaller: this one is the better" : "which is as large or larger"
            return "\(id): the same shot as \(photo), \(which)" + done(item)
        default: return nil
        }
    }

    private static func undecided(
        _ plan: InboxPlan, clients: String?, row: (InboxPlan.Item, String, Int) -> String,
        width: ([InboxPlan.Item]) -> Int
    ) -> [String] {
        var groups: [Int: [InboxPlan.Item]] = [:]
        var single: [(InboxPlan.Item, String)] = []
        for item in plan.items {
            switch item.decision {
            case .newClient(let group): groups[group, default: []].append(item)
            case .decide(let reason): single.append((item, reason))
            default: break
            }
        }
        var lines: [String] = []
        let option = clients.map { "--clients \(IntakeText.word($0)) " } ?? ""
        if !single.isEmpty {
            lines.append("To decide, for a photo of a client with: scalpline add \(option)CLIENT PHOTO")
            for (item, reason) in single {
                lines.append(
                    row(
                        item, [reason, item.hint].compactMap { $0 }.joined(separator: "; "),
                        width(single.map(\.0))))
            }
        }
        for (group, items) in groups.sorted(by: { $0.key < $1.key }) {
            lines.append("One person, perhaps a new client (\(group)):")
            lines += items.map { row($0, $0.hint ?? "", width(items)) }
            let paths = items.map { IntakeText.word($0.path.text) }.joined(separator: " ")
            lines.append("    scalpline add \(option)NEW-CLIENT \(paths)")
        }
        return lines
    }

    private static func summary(of plan: InboxPlan, certain: Int) -> String {
        let left = plan.items.count { item in
            switch item.decision {
            case .decide, .newClient: true
            default: false
            }
        }
        let what =
            "\(plan.items.count) photos: \(certain) certain, \(left) to decide; held against \(plan.comparedPhotos) photos "
            + "of \(plan.comparedClients) clients."
        let isShown = plan.items.allSatisfy { $0.outcome == .left } && certain > 0
        return what + (isShown ? " Nothing was done: --copy or --move does it." : "")
    }
}
