/// How a scene looks at one moment of its healing.
public struct PhantomMoment: Sendable, Equatable {
    /// Redness of treated skin in EI: the haemoglobin added there.
    public var redness: Double
    /// Load left of each dot over its fresh load, 0 for one not made yet; one entry a dot of the scene.
    public var shares: [Double]
    /// Share of the treated skin under crusts, 0…0.1.
    public var scabFraction: Double

    /// Makes a moment.
    ///
    /// - Parameters:
    ///   - redness: EI added to treated skin.
    ///   - shares: Load left of each dot of the scene.
    ///   - scabFraction: Share of the treated skin under crusts.
    public init(redness: Double, shares: [Double], scabFraction: Double) {
        self.redness = redness
        self.shares = shares
        self.scabFraction = scabFraction
    }
}
