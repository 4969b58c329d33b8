/// The program's name and version, in one place.
public enum Scalpline {
    /// The version, by the rules of semantic versioning.
    public static let version = "0.6.0"
    /// What every result names as its `method`.
    public static let method = "scalpline \(version)"
}
