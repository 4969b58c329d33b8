import ScalpMeasurement

/// How a photo's pixels lie over those of its view's anchor photo.
public struct Registration: Sendable, Equatable, Codable {
    /// Index of the view, 0 first.
    public var view: Int
    /// Nine numbers, row by row, that take this photo's pixels to the anchor's; nil with a `reason`.
    public var homography: Homography?
    /// What the homography leaves over on a curved head or moved skin; nil where there is nothing.
    public var warp: WarpGrid?
    /// Whether the photo is a mirror image of the anchor.
    public var mirrored: Bool
    /// Share of this photo's treated region that the anchor shows, 0…1.
    public var overlap: Double?
    /// RMS of matched dots, in the anchor's pixels.
    public var residualPixels: Double?
    /// Why there is no homography.
    public var reason: Reason?

    /// Makes a registration.
    public init(
        view: Int = 0, homography: Homography?, warp: WarpGrid? = nil, mirrored: Bool = false,
        overlap: Double? = nil,
        residualPixels: Double? = nil, reason: Reason? = nil
    ) {
        self.view = view
        self.homography = homography
        self.warp = warp
        self.mirrored = mirrored
        self.overlap = overlap
        self.residualPixels = residualPixels
        self.reason = reason
    }
}
