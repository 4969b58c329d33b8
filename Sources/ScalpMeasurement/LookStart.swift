import PixelMath
import Raster

/// What a look at a photo is held against.
struct LookStart {
    /// The width at which dots are looked for, and the spots that tell it.
    let scale: DotScale
    /// The image at the size at which bare skin is looked for.
    let coarse: WorkingImage
    /// Skin, where it does not shine.
    let skin: Mask
    /// The photo held against its bare skin.
    var absorption: Absorption
    /// What an earlier look has told, or nil of the first one.
    var earlier: Earlier?

    /// What a look tells the next one.
    struct Earlier {
        /// How much of each place's darkness lies on lines.
        let lines: LineShare
        /// The fitted spots.
        let models: [SpotModel]
    }
}
