import PhotoDecoding

/// One photo of a client: when, by which camera, under which name.
public struct PhantomVisit: Sendable, Equatable {
    /// Name of the file.
    public var file: String
    /// When it was taken.
    public var taken: WallClock
    /// Sessions done by then, which settles whether a photo of a session's day is before or after it.
    public var sessionsDone: Int
    /// Who looks, and how.
    public var camera: PhantomCamera
    /// Whether the file carries its date (EXIF).
    public var carriesDate: Bool
    /// What `client.yaml` is to say of the photo, or nil for nothing: the text between the braces.
    public var entry: String?

    /// Makes a visit.
    ///
    /// - Parameters:
    ///   - file: Name of the file.
    ///   - taken: When it was taken.
    ///   - sessionsDone: Sessions done by then.
    ///   - camera: Who looks, and how.
    ///   - carriesDate: Whether the file carries its date.
    ///   - entry: What `client.yaml` is to say of it.
    public init(
        file: String, taken: WallClock, sessionsDone: Int, camera: PhantomCamera, carriesDate: Bool = true,
        entry: String? = nil
    ) {
        self.file = file
        self.taken = taken
        self.sessionsDone = sessionsDone
        self.camera = camera
        self.carriesDate = carriesDate
        self.entry = entry
    }
}
