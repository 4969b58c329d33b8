/// The tones of a studio's accent for one ground: text that can be read, and soft areas behind dark or light text.
package struct AccentTones: Sendable, Equatable {
    /// Text, marks and lines.
    package let strong: Studio.Colour
    /// Areas behind text.
    package let soft: Studio.Colour

    /// For light screens.
    package static func light(_ accent: Studio.Colour) -> AccentTones {
        let strong = accent.legible(on: { [lightGround, softest($0, share: softShare)] }, towards: .black)
        return AccentTones(strong: strong, soft: softest(strong, share: softShare))
    }

    /// For dark screens.
    package static func dark(_ accent: Studio.Colour) -> AccentTones {
        let soft = darkSurface.mixed(with: accent, share: darkSoftShare)
        return AccentTones(
            strong: accent.legible(on: { _ in [darkSurface, soft] }, towards: .white), soft: soft)
    }

    /// For paper.
    package static func paper(_ accent: Studio.Colour) -> AccentTones {
        let light = light(accent).strong.mixed(with: .black, share: paperShare)
        return AccentTones(strong: light, soft: softest(light, share: paperSoftShare))
    }

    private static func softest(_ colour: Studio.Colour, share: Double) -> Studio.Colour {
        Studio.Colour.white.mixed(with: colour, share: share)
    }

    /// What light screens show behind cards, `--ground` of the style sheet.
    private static let lightGround = Studio.Colour(red: 0xF7, green: 0xF6, blue: 0xF3)
    /// Surface of cards on dark screens, `--surface` of the style sheet.
    private static let darkSurface = Studio.Colour(red: 0x1D, green: 0x21, blue: 0x25)
    /// Shares of the accent in soft areas, as the built-in tones have them: on light screens, on dark ones, on paper.
    private static let (softShare, darkSoftShare, paperSoftShare) = (0.12, 0.18, 0.07)
    /// Ink on paper is a little darker than light on a screen.
    private static let paperShare = 0.2
}
