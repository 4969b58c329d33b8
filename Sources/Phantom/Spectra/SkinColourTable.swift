import SteadyMath

/// What three channels see of a scene's skin and of the ink in it, by melanin and blood: a table instead of 61
/// wavelengths a pixel.
///
/// Kept are optical densities and, for the ink, the share of each channel's light that ink absorbs over what it
/// absorbs at 550 nm. Between the nodes straight lines are drawn in melanin and in the root of blood. A test holds
/// both to the spectra: colours differ by less than 0.02 %.
package struct SkinColourTable: Sendable {
    /// Most melanin of the table.
    package static let mostMelanin = 0.5
    /// Most blood of the table.
    package static let mostBlood = 0.3
    private static let melaninSteps = 160
    private static let bloodSteps = 112
    /// Light of a channel below which its density ends, so that odd colours have one (MEASURES: 1/1000).
    package static let floor = 0.001

    /// Densities of the three channels and the ink's share of each, six numbers a node, melanin by melanin.
    private let nodes: [Float]
    private static let perNode = 6
    private let melaninScale = Float(Double(melaninSteps) / mostMelanin)
    private let bloodScale = Float(Double(bloodSteps) / mostBlood.squareRoot())

    /// Makes the table.
    ///
    /// - Parameters:
    ///   - skin: The scene's skin; its melanin and blood are left aside.
    ///   - ink: Absorbance of ink by wavelength over that at 550 nm.
    ///   - channels: Weights by wavelength, white being 1.
    package init(skin: LayeredSkin, ink: Spectrum, channels: [Spectrum]) {
        precondition(channels.count == 3, "three channels")
        let inked = channels.map { $0 * ink }
        var skin = skin
        let dermis = (0...Self.bloodSteps).map { step in
            let root = Self.mostBlood.squareRoot() * Double(step) / Double(Self.bloodSteps)
            skin.blood = root * root
            return skin.dermis
        }
        var nodes: [Float] = []
        nodes.reserveCapacity((Self.melaninSteps + 1) * (Self.bloodSteps + 1) * Self.perNode)
        for step in 0...Self.melaninSteps {
            skin.melanin = Self.mostMelanin * Double(step) / Double(Self.melaninSteps)
            let epidermis = skin.epidermis
            for dermis in dermis {
                let reflectance = epidermis.joined(with: dermis) {
                    skin.surface + (1 - skin.surface) * $0 * $1
                }
                let light = channels.map { max(Self.floor, $0.sum(with: reflectance)) }
                nodes += light.map { Float(-Steady.log10($0)) }
                for (inked, light) in zip(inked, light) {
                    nodes.append(Float(inked.sum(with: reflectance) / light))
                }
            }
        }
        self.nodes = nodes
    }

    /// Densities and ink's shares of skin.
    ///
    /// - Parameters:
    ///   - melanin: Share of melanosomes; held to the table.
    ///   - blood: Share of blood; held to the table.
    /// - Returns: Optical density of each channel, and how much ink each sees for 1 at 550 nm.
    @inline(__always)
    package func callAsFunction(melanin: Float, blood: Float) -> (density: SIMD3<Float>, ink: SIMD3<Float>) {
        let u = max(0, min(Float(Self.melaninSteps) - 0.001, melanin * melaninScale))
        let v = max(0, min(Float(Self.bloodSteps) - 0.001, max(0, blood).squareRoot() * bloodScale))
        let column = Int(u)
        let row = Int(v)
        let a = u - Float(column)
        let b = v - Float(row)
        let at = (column * (Self.bloodSteps + 1) + row) * Self.perNode
        let low = joined(at, share: b)
        let high = joined(at + (Self.bloodSteps + 1) * Self.perNode, share: b)
        return (
            low.density + (high.density - low.density) * a, low.ink + (high.ink - low.ink) * a
        )
    }

    /// Between a node and the one of the next blood.
    @inline(__always)
    private func joined(_ at: Int, share: Float) -> (density: SIMD3<Float>, ink: SIMD3<Float>) {
        let density = SIMD3(nodes[at], nodes[at + 1], nodes[at + 2])
        let ink = SIMD3(nodes[at + 3], nodes[at + 4], nodes[at + 5])
        let nextDensity = SIMD3(nodes[at + 6], nodes[at + 7], nodes[at + 8])
        let nextInk = SIMD3(nodes[at + 9], nodes[at + 10], nodes[at + 11])
        return (density + (nextDensity - density) * share, ink + (nextInk - ink) * share)
    }
}
