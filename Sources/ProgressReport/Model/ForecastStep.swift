import HealingCurve

/// What was foretold once a photo was known, together with those before it.
public struct ForecastStep: Sendable, Equatable, Codable {
    /// File of the photo.
    public var photo: String
    /// What was foretold then; days count from the first session.
    public var forecast: CurveForecast

    /// Makes a step.
    public init(photo: String, forecast: CurveForecast) {
        self.photo = photo
        self.forecast = forecast
    }
}
