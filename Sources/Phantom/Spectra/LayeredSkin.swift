import SteadyMath

/// Skin of two layers by its physics: an epidermis that filters, a dermis that scatters back.
///
/// ```
/// R(λ)    = surface + (1 − surface) · T(λ) · D(λ)
/// T(λ)    = exp(−2 · path · melanin · 6.6e11 λ^−3.33)                        both ways through the epidermis
/// D(λ)    = a / (1 + 2k(1 − a) + (1 + 2k/3) √(3(1 − a))),  a = s / (s + μ)   diffuse return of the dermis
/// s(λ)    = scattering · (λ / 500)^−power
/// μ(λ)    = blood · h · (1 − exp(−2 h r)) / (2 h r) + (1 − blood) · (0.244 + 85.3 exp(−(λ − 154) / 66.2))
/// h(λ)    = 2.303 · 150 / 64,500 · (oxygenation · HbO₂ + (1 − oxygenation) · Hb)
/// ```
/// Coefficients in 1/cm, λ in nm. Melanin and bloodless absorption: Jacques 1998 ("Skin optics", Oregon Medical
/// Laser Center). Diffuse return with `k = (1 + ρ) / (1 − ρ)`, the inner reflection `ρ` of an index of 1.4: Farrell,
/// Patterson & Wilson 1992 (doi 10.1118/1.596777). The factor of blood that is packed in vessels of radius `r`:
/// van Veen, Verkruysse & Sterenborg 2002 (doi 10.1364/OL.27.000246); without it the Soret band at 415 nm comes out
/// far too dark. Scattering absorbs what diffusion theory gets wrong near a boundary, and so stands above that of
/// tissue samples.
public struct LayeredSkin: Sendable, Equatable {
    /// Share of the epidermis that is melanosomes, 0…0.5.
    public var melanin: Double
    /// Share of the dermis that is blood, 0…0.3.
    public var blood = 0.018
    /// Share of the haemoglobin that carries oxygen, 0…1.
    public var oxygenation = 0.6
    /// Reduced scattering at 500 nm, 1/cm.
    public var scattering = 120.0
    /// How fast scattering falls with the wavelength.
    public var scatteringPower = 2.0
    /// Light that the surface returns unchanged, highlights aside, 0…0.05.
    public var surface = 0.03
    /// Radius of the vessels in cm.
    public var vesselRadius = 12e-4

    /// Makes calm skin.
    ///
    /// - Parameter melanin: Share of the epidermis that is melanosomes, 0…0.5.
    public init(melanin: Double) { self.melanin = melanin }

    /// Calm skin of a named tone.
    ///
    /// Three NIST subjects in four lie between light and medium, one alone near brown; dark reaches beyond them.
    ///
    /// - Parameter tone: From fair to dark.
    public init(_ tone: SkinTone) {
        let melanin =
            switch tone {
            case .fair: 0.020
            case .light: 0.032
            case .medium: 0.050
            case .tan: 0.080
            case .brown: 0.130
            case .dark: 0.200
            }
        self.init(melanin: melanin)
    }

    /// Share of melanosomes that adds an optical density of 1 at 550 nm: what ``SkinOptics`` calls a unit.
    package static let melaninOfUnit =
        1 / (2 * epidermalPath * Spectra.melanin[(550 - 400) / 5] * 0.434_294_481_903_251_8)

    /// Light's mean way through the epidermis in cm: 60 µm, and half as long again for its slants.
    static let epidermalPath = 0.006 * 1.5

    /// What never changes, computed once.
    private enum Spectra {
        static let melanin = Spectrum { 6.6e11 * Steady.pow($0, -3.33) }
        static let bloodless = Spectrum { 0.244 + 85.3 * Steady.exp(-($0 - 154) / 66.2) }
        /// 150 g/l of haemoglobin at 64,500 g/mol.
        static let perExtinction = 2.303 * 150 / 64_500
        /// Return of light at the inner surface (Groenhuis 1983, for an index of 1.4).
        static let boundary: Double = {
            let index = 1.4
            let inner = -1.440 / (index * index) + 0.710 / index + 0.668 + 0.0636 * index
            return (1 + inner) / (1 - inner)
        }()
    }

    /// Transmittance of the epidermis, both ways.
    package var epidermis: Spectrum {
        Spectrum(Spectra.melanin.values.map { Steady.exp(-2 * Self.epidermalPath * melanin * $0) })
    }

    /// Return of the dermis.
    package var dermis: Spectrum {
        let k = Spectra.boundary
        return Spectrum(
            (0..<Spectrum.count).map { index in
                let whole =
                    Spectra.perExtinction
                    * (oxygenation * PublishedSpectra.oxyhaemoglobin[index]
                        + (1 - oxygenation) * PublishedSpectra.deoxyhaemoglobin[index])
                let depth = 2 * whole * vesselRadius
                let packed = depth > 1e-6 ? whole * (1 - Steady.exp(-depth)) / depth : whole
                let absorption = blood * packed + (1 - blood) * Spectra.bloodless[index]
                let scattered =
                    scattering * Steady.pow(Spectrum.wavelength(index) / 500, -scatteringPower)
                let albedo = scattered / (scattered + absorption)
                return albedo
                    / (1 + 2 * k * (1 - albedo) + (1 + 2 * k / 3) * (3 * (1 - albedo)).squareRoot())
            })
    }

    /// Reflectance by wavelength.
    ///
    /// - Returns: Each in 0…1.
    public func reflectance() -> Spectrum {
        epidermis.joined(with: dermis) { surface + (1 - surface) * $0 * $1 }
    }
}
