/// A place where the dots of a client's sessions go although the rest stay.
public struct PhantomLostPatch: Sendable, Equatable {
    /// Its middle on the skin.
    public var centre: ScenePoint
    /// Its radius in mm.
    public var radius: Double
    /// The session whose dots go.
    public var session: Int
    /// Days after that session on which half of them are gone.
    public var day: Double
    /// Share of its dots that go, 0…1.
    public var share: Double

    /// Makes a patch.
    ///
    /// - Parameters:
    ///   - centre: Its middle on the skin.
    ///   - radius: Its radius in mm.
    ///   - session: The session whose dots go.
    ///   - day: Days after that session on which half of them are gone.
    ///   - share: Share of its dots that go, 0…1.
    public init(centre: ScenePoint, radius: Double, session: Int, day: Double, share: Double = 1) {
        self.centre = centre
        self.radius = radius
        self.session = session
        self.day = day
        self.share = share
    }
}
