/// Something beside the factor that two groups differ in, so that a difference may come from it.
package enum ComparisonWarning: Sendable, Equatable {
    /// A trait: the pair of groups that differ most, by so many standard deviations between clients.
    case trait(ComparedTrait, first: String, second: String, deviations: Double)
    /// Another factor goes along with the compared one: the value that differs most, and the shares of the two groups'
    /// clients that have it (nil stands for clients of whom none is noted).
    case factor(
        String, value: String?, first: String, second: String, firstShare: Double, secondShare: Double)
}
