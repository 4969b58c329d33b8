/// Strips laid onto pages, top to bottom.
struct PaperPages {
    /// Something on a page.
    enum Item: Sendable {
        case mark(PaperMark)
        case opening(PaperRole)
        case closing(PaperRole)
    }

    /// Of each page what stands on it, in reading order, from its inner part's upper left corner.
    private(set) var pages: [[Item]] = []
    /// How far the last page is filled.
    private(set) var filled = 0.0

    private let height: Double
    private var container: PaperSlab.Container?

    /// Lays strips.
    ///
    /// A strip goes to the next page where it would leave this one, and takes with it those before it that must not be
    /// the last of a page. Room between strips falls away at a page's top.
    ///
    /// - Parameters:
    ///   - slabs: None higher than a page.
    ///   - height: Of a page's inner part.
    init(_ slabs: [PaperSlab], height: Double) {
        self.height = height
        var index = 0
        while index < slabs.count {
            var end = index + 1
            while end < slabs.count, slabs[end - 1].keepsWithNext || slabs[end - 1].isSpace { end += 1 }
            place(Array(slabs[index..<end]))
            index = end
        }
        closeContainer()
    }

    /// Lays strips that stay together where a page can hold them.
    private mutating func place(_ group: [PaperSlab]) {
        var group = group[...]
        if pages.isEmpty { pages.append([]) }
        let needed = group.reduce(0) { $0 + $1.height }
        if filled > 0, filled + needed > height + Self.rounding { turn() }
        if filled == 0 {
            group = group.drop(while: \.isSpace)
            if let first = group.first { for slab in first.repeated { add(slab) } }
        }
        for slab in group {
            if filled > 0, filled + slab.height > height + Self.rounding {
                turn()
                for head in slab.repeated { add(head) }
                if slab.isSpace { continue }
            }
            add(slab)
        }
    }

    /// Sums of many heights differ from the page's by this much at most.
    private static let rounding = 0.01

    private mutating func turn() {
        closeContainer()
        pages.append([])
        filled = 0
    }

    private mutating func add(_ slab: PaperSlab) {
        if container != slab.container {
            closeContainer()
            if let new = slab.container { pages[pages.count - 1].append(.opening(new.role)) }
            container = slab.container
        }
        pages[pages.count - 1] += slab.marks.map { .mark($0.moved(x: 0, y: filled)) }
        filled += slab.height
    }

    private mutating func closeContainer() {
        guard let open = container else { return }
        pages[pages.count - 1].append(.closing(open.role))
        container = nil
    }
}
