import ProgressReport

/// What a run of `align` has done, for the person at the screen.
public struct AlignSummary: Sendable {
    /// A photo that has been written.
    public struct Written: Sendable {
        /// The photo.
        public var photo: String
        /// Its view.
        public var view: String
        /// Path of the picture in the output.
        public var file: String
        /// Share of the frame that it shows.
        public var shown: Double
    }

    /// In order of views and time.
    public var written: [Written] = []
    /// Photos without a picture, and why.
    public var missing: [(photo: String, failure: PhotoFailure)] = []
    /// What is wrong with the client's file, or nil.
    public var failure: PhotoFailure?
    /// How many views there are.
    public var views = 0

    /// Whether every photo has its picture.
    public var isComplete: Bool { failure == nil && missing.isEmpty }
}
