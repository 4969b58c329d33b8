import SteadyMath
import Testing

@Suite("Elementary functions that give the same bits everywhere")
struct SteadyIdentityTests {
    @Test("Logarithm undoes the exponential")
    func logUndoesExp() {
        var x = -700.0
        while x < 700 {
            #expect(abs(Steady.log(Steady.exp(x)) - x) <= 1e-14 * max(1, abs(x)))
            x += 0.377
        }
    }
}
