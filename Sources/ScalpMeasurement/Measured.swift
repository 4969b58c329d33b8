/// A value with its standard error, in the same unit.
public struct Estimate: Sendable, Equatable, Codable {
    /// The value.
    public var value: Double
    /// One standard error: what another photo of the same scalp on the same day would change.
    public var standardError: Double

    /// Makes an estimate.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - standardError: Its standard error, at least 0, in the value's unit.
    public init(value: Double, standardError: Double) {
        self.value = value
        self.standardError = standardError
    }
}

/// A value that could be measured, or the reason why it could not.
public enum Measured: Sendable, Equatable, Codable {
    /// Measured.
    case known(Estimate)
    /// Not given, and why.
    case unknown(Reason)

    /// The estimate, or nil where the value is not given.
    public var estimate: Estimate? {
        if case .known(let estimate) = self { estimate } else { nil }
    }

    /// Why the value is not given, or nil where it is.
    public var reason: Reason? {
        if case .unknown(let reason) = self { reason } else { nil }
    }
}
