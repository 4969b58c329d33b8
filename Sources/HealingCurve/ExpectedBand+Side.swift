extension ExpectedBand {
    /// On which side of the band a value lies by more than its own standard error.
    ///
    /// - Parameter value: In the band's unit.
    /// - Returns: `above`, `below`, or `asExpected` where it lies in the band or no further out than its error.
    func side(of value: CurveValue) -> CurveStatus {
        if value.value - value.standardError > high { return .above }
        if value.value + value.standardError < low { return .below }
        return .asExpected
    }

    /// The band of what cannot be negative, as pigment and scabs.
    var notBelowZero: ExpectedBand {
        ExpectedBand(low: max(0, low), median: max(0, median), high: max(0, high))
    }
}
