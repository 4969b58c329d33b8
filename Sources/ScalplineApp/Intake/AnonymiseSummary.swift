import ProgressReport

/// What a shareable copy holds.
public struct AnonymiseSummary: Sendable {
    /// Clients in the copy.
    public var clients = 0
    /// Photos whose picture is the same number for number.
    public var samePictures = 0
    /// Photos that had to be stored anew, which changes their numbers a little, by their names in the copy.
    public var storedAnew: [String] = []
    /// Photos that are not in the copy, by their own names, and why.
    public var leftOut: [(file: String, failure: PhotoFailure)] = []
    /// Clients that are not in the copy, by their own ids, and why.
    public var leftOutClients: [(id: String, failure: PhotoFailure)] = []
    /// Photos that `client.yaml` excludes.
    public var excluded = 0

    /// Whether all that was there is in the copy.
    public var isComplete: Bool { leftOut.isEmpty && leftOutClients.isEmpty }
}
