import PixelMath

/// The program's name and version, in one place, and how its process is set up.
public enum Scalpline {
    /// The version, by the rules of semantic versioning.
    public static let version = "0.8.0"
    /// What every result names as its `method`.
    public static let method = "scalpline \(version)"

    /// Free memory that the process keeps for its next photo.
    private static let keptMegabytes = 384

    /// Sets the process up for work on photos; called once by a program, before anything else.
    public static func prepareProcess() { KeptMemory.keep(megabytes: keptMegabytes) }
}
