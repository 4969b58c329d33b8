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
}
