/// A drawing of where a view's dots are kept and lost, with their numbers.
public struct DotMap: Sendable, Equatable, Codable {
    /// What has become of one session's dots.
    public struct Count: Sendable, Equatable, Codable {
        /// Index of the session, nil where it is not known which one made them.
        public var session: Int?
        /// Dots that the photo shows.
        public var kept: Int
        /// Dots that have gone.
        public var lost: Int
        /// Dots of whose place the photo shows nothing.
        public var unseen: Int

        /// Makes a count.
        public init(session: Int?, kept: Int, lost: Int, unseen: Int) {
            self.session = session
            self.kept = kept
            self.lost = lost
            self.unseen = unseen
        }
    }

    /// A place whose dots have gone.
    public struct Patch: Sendable, Equatable, Codable {
        /// Middle and radius in the drawing's pixels, the upper left corner being (0, 0).
        public var x: Double, y: Double, radius: Double
        /// Its area, nil without a scale.
        public var areaSquareCentimetres: Double?
        /// File of the photo that first shows it.
        public var photo: String

        /// Makes a patch.
        public init(x: Double, y: Double, radius: Double, areaSquareCentimetres: Double?, photo: String) {
            self.x = x
            self.y = y
            self.radius = radius
            self.areaSquareCentimetres = areaSquareCentimetres
            self.photo = photo
        }
    }

    /// File of the photo that the map speaks of: the newest one that can be judged.
    public var photo: String
    /// JPEG bytes of the drawing, upright sRGB without metadata.
    public var picture: [UInt8]
    /// Pixels in a row.
    public var width: Int
    /// Rows.
    public var height: Int
    /// One entry a session that made dots, in order; what is not known last.
    public var counts: [Count]
    /// In the order in which they were found.
    public var patches: [Patch]

    /// How many sessions are known to have made dots.
    public var sessions: Int { counts.count { $0.session != nil } }

    /// Makes a map.
    public init(
        photo: String, picture: [UInt8], width: Int, height: Int, counts: [Count], patches: [Patch] = []
    ) {
        self.photo = photo
        self.picture = picture
        self.width = width
        self.height = height
        self.counts = counts
        self.patches = patches
    }

    /// Marks of the sessions' dots, which tell them apart without colour.
    public enum Mark: Int, Sendable, CaseIterable {
        /// The first session's dots, and all of them where only one session is known.
        case disc
        /// The second session's.
        case square
        /// Those of the third session and all later ones.
        case triangle
        /// Dots of which it is not known which session made them.
        case diamond

        /// The mark of a session's dots.
        ///
        /// - Parameters:
        ///   - session: Its index, or nil where it is not known.
        ///   - sessions: How many sessions made dots.
        public init(session: Int?, of sessions: Int) {
            switch session {
            case _ where sessions < 2: self = .disc
            case .some(let index): self = index < 1 ? .disc : index == 1 ? .square : .triangle
            case nil: self = .diamond
            }
        }

        /// The colour of kept dots, gamma-coded sRGB: told apart in common colour blindness too (Okabe & Ito 2008,
        /// darkened to a contrast of 4.5 on white).
        public var colour: (red: UInt8, green: UInt8, blue: UInt8) {
            switch self {
            case .disc: (0, 86, 150)
            case .square: (0, 104, 76)
            case .triangle: (122, 54, 130)
            case .diamond: (70, 70, 70)
            }
        }
    }

    /// The colour of lost dots, gamma-coded sRGB.
    public static let lostColour: (red: UInt8, green: UInt8, blue: UInt8) = (200, 64, 0)
    /// The colour of dots that the photo does not show.
    public static let unseenColour: (red: UInt8, green: UInt8, blue: UInt8) = (120, 120, 120)
}
