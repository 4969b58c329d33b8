/// What one photo of a client says of the compared measure.
package struct ComparedVisit: Sendable, Equatable {
    /// Days since the client's last session, 0 or more.
    package var day: Double
    /// The value.
    package var value: Double
    /// Its standard error, 0 or more.
    package var standardError: Double

    /// Makes a visit.
    package init(day: Double, value: Double, standardError: Double) {
        self.day = day
        self.value = value
        self.standardError = standardError
    }
}
