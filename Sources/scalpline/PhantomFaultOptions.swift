import ArgumentParser
import Phantom

/// What goes otherwise with a rendered client than the curve foretells.
struct PhantomFaultOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Share of each session's redness that stays; 0 for none.", valueName: "share"))
    var redStays = 0.0

    @Option(help: ArgumentHelp("How many times as fast pigment fades.", valueName: "factor"))
    var fadingTimes = 1.0

    @Option(help: ArgumentHelp("Days by which scabs are shed late.", valueName: "days"))
    var scabsLate = 0.0

    @Option(help: ArgumentHelp("Share of all dots that go at random; 0 for none.", valueName: "share"))
    var dotsLost = 0.0

    @Option(help: ArgumentHelp("Day from which on they are gone, from the first session.", valueName: "day"))
    var dotsLostDay = 20.0

    @Option(
        help: ArgumentHelp(
            "Share of their load that all dots hold less from day 28 on; 0 for none.", valueName: "share"))
    var pale = 0.0

    /// Refuses values outside their ranges.
    func validateValues() throws {
        try PhantomPictureOptions.hold(redStays, to: 0...1, "--red-stays")
        try PhantomPictureOptions.hold(fadingTimes, to: 0...100, "--fading-times")
        try PhantomPictureOptions.hold(scabsLate, to: 0...100, "--scabs-late")
        try PhantomPictureOptions.hold(dotsLost, to: 0...1, "--dots-lost")
        try PhantomPictureOptions.hold(dotsLostDay, to: 0...10_000, "--dots-lost-day")
        try PhantomPictureOptions.hold(pale, to: 0...1, "--pale")
    }

    /// What is given.
    var faults: PhantomFaults {
        var out = PhantomFaults()
        out.stayingRedness = redStays
        out.fadingFactor = fadingTimes
        out.scabDelay = scabsLate
        out.lostDots = dotsLost
        out.lostDotsDay = dotsLostDay
        out.paling = pale
        return out
    }
}
