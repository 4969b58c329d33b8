/// The CIE 1931 observer in daylight D65, whose view is the truth: reflectance to linear sRGB.
package enum StandardObserver {
    /// Weights by wavelength of linear red, green and blue; a perfect white is 1 in each.
    package static let channels: [Spectrum] = {
        let x = PublishedSpectra.observerX * Lamp.d65
        let y = PublishedSpectra.observerY * Lamp.d65
        let z = PublishedSpectra.observerZ * Lamp.d65
        // XYZ to linear sRGB (IEC 61966-2-1), each row then set to white: the sums over 5 nm miss D65 by 0.1 %.
        let rows: [(Double, Double, Double)] = [
            (3.2406, -1.5372, -0.4986), (-0.9689, 1.8758, 0.0415), (0.0557, -0.2040, 1.0570),
        ]
        return rows.map { row in
            let sum = Spectrum(
                (0..<Spectrum.count).map { row.0 * x[$0] + row.1 * y[$0] + row.2 * z[$0] })
            let white = sum.values.reduce(0, +)
            return Spectrum(sum.values.map { $0 / white })
        }
    }()

    /// Linear sRGB of a reflectance.
    ///
    /// - Parameter reflectance: By wavelength.
    /// - Returns: The colour; channels may lie outside 0…1.
    package static func colour(of reflectance: Spectrum) -> LinearColour {
        LinearColour(
            channels[0].sum(with: reflectance), channels[1].sum(with: reflectance),
            channels[2].sum(with: reflectance))
    }
}
