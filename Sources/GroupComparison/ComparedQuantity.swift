/// What is compared of a measure's course.
package enum ComparedQuantity: Sendable, Hashable {
    /// The value so many days after the last session.
    case value(day: Double)
    /// How fast it falls after settling: 0.1 is a tenth a year, as a continuous rate.
    case fading
}
