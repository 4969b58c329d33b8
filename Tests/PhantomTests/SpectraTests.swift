import Phantom
import SteadyMath
import Testing

@Suite("Spectra of lamps, cameras and skin")
struct SpectraTests {
    private var wavelengths: [Double] { (0..<Spectrum.count).map { Spectrum.wavelength($0) } }

    @Test("The figures kept here are the published ones")
    func figures() {
        let observer = [
            PublishedSpectra.observerX, PublishedSpectra.observerY, PublishedSpectra.observerZ,
        ]
        if let table = PublicSpectra.table("cmf_1931_2deg.csv") {
            for (column, ours) in observer.enumerated() {
                for (index, wavelength) in wavelengths.enumerated() {
                    #expect(abs(ours[index] - table.value(column, at: wavelength)) < 2e-6)
                }
            }
        }
        if let table = PublicSpectra.table("haemoglobin_molar_extinction.csv") {
            for (column, ours) in [
                PublishedSpectra.oxyhaemoglobin, PublishedSpectra.deoxyhaemoglobin,
            ].enumerated() {
                for (index, wavelength) in wavelengths.enumerated() {
                    #expect(abs(ours[index] / table.value(column, at: wavelength) - 1) < 0.002)
                }
            }
        }
        if let table = PublicSpectra.table("melanin_absorption.csv") {
            // The formula that stands for the table below 450 nm follows it above.
            for wavelength in stride(from: 450.0, through: 700, by: 50) {
                let formula = 6.6e11 * Steady.pow(wavelength, -3.33)
                #expect(abs(formula / table.value(0, at: wavelength) - 1) < 0.01)
            }
        }
    }

    @Test(
        "Daylight's formula gives the tabulated illuminants",
        arguments: [("ill_D65.csv", 6_504.0), ("ill_D50.csv", 5_003.0)])
    func daylight(name: String, kelvin: Double) {
        guard let table = PublicSpectra.table(name) else { return }
        let ours = Lamp.daylight(kelvin: kelvin).spectrum()
        for (index, wavelength) in wavelengths.enumerated() {
            #expect(abs(100 * ours[index] - table.value(0, at: wavelength)) < 0.12)
        }
    }

    @Test("Lamps have the colour temperature asked for", arguments: [2_900.0, 3_600, 4_800, 6_400])
    func temperatures(kelvin: Double) {
        // McCamy's formula is good to some ten kelvin on Planck's line.
        let led = Lamp.correlatedTemperature(of: Lamp.led(kelvin: kelvin).spectrum())
        #expect(abs(led - kelvin) < 3)
        let glowing = Lamp.correlatedTemperature(of: Lamp.planckian(kelvin: kelvin).spectrum())
        #expect(abs(glowing - kelvin) < 0.02 * kelvin)
        if kelvin > 4_000 {
            let day = Lamp.correlatedTemperature(of: Lamp.daylight(kelvin: kelvin).spectrum())
            #expect(abs(day - kelvin) < 0.01 * kelvin)
        }
        let tube = Lamp.correlatedTemperature(of: Lamp.fluorescent.spectrum())
        #expect(tube > 3_500 && tube < 4_700)
    }

    @Test("Each of the NIST subjects' skins is met by some layers within 3 % RMS")
    func everyMeasuredSkin() {
        guard let table = PublicSpectra.table("nist_skin_reflectance_1_50.csv") else { return }
        var errors: [Double] = []
        for column in table.columns.indices {
            let measured = wavelengths.map { table.value(column, at: $0) }
            errors.append(SkinFit.nearest(to: measured).error)
        }
        #expect(errors.count == 50)
        let sorted = errors.sorted()
        print("NIST skins: median RMS \(sorted[25]), worst \(sorted[49])")
        #expect(sorted[49] < 0.03)
        #expect(sorted[25] < 0.025)
    }

    @Test("The table of colours stands for the spectra within 0.02 %, under every lamp and camera")
    func table() {
        var random = SeededRandom(seed: 5)
        let ink = Spectrum { 1 - 0.05 * ($0 - 550) / 150 }
        var views = [StandardObserver.channels]
        for lamp in [
            Lamp.daylight(kelvin: 5_000), .planckian(kelvin: 3_000), .led(kelvin: 3_500), .fluorescent,
        ] {
            views.append(CameraSensor(.phone).channels(under: lamp))
        }
        var worst = 0.0
        for channels in views {
            var skin = LayeredSkin(.light)
            let table = SkinColourTable(skin: skin, ink: ink, channels: channels)
            for _ in 0..<300 {
                skin.melanin = 0.4 * random.uniform() * random.uniform()
                skin.blood = random.uniform(0.002...0.2)
                let (density, share) = table(melanin: Float(skin.melanin), blood: Float(skin.blood))
                let spectrum = skin.reflectance()
                for channel in 0..<3 {
                    let light = channels[channel].sum(with: spectrum)
                    if light <= SkinColourTable.floor { continue }
                    worst = max(worst, abs(Steady.pow(10, -Double(density[channel])) / light - 1))
                    let taken = (channels[channel] * ink).sum(with: spectrum) / light
                    #expect(abs(Double(share[channel]) - taken) < 1e-4)
                }
            }
        }
        print("table of colours: worst relative error \(worst)")
        #expect(worst < 2e-4)
    }

    @Test("A camera's matrix keeps white and shows skin in daylight", arguments: CameraSensor.Kind.allCases)
    func matrix(kind: CameraSensor.Kind) {
        let sensor = CameraSensor(kind)
        let matrix = ColourMatrix(fittedTo: sensor)
        let white = matrix.applied(to: LinearColour(1, 1, 1))
        #expect(abs(white.red - 1) < 1e-9 && abs(white.green - 1) < 1e-9 && abs(white.blue - 1) < 1e-9)
        let channels = sensor.channels(under: .daylight(kelvin: 6_504))
        func seen(_ skin: LayeredSkin) -> LinearColour {
            let spectrum = skin.reflectance()
            return matrix.applied(
                to: LinearColour(
                    channels[0].sum(with: spectrum), channels[1].sum(with: spectrum),
                    channels[2].sum(with: spectrum)))
        }
        for tone in [SkinTone.light, .tan, .brown] {
            let calm = LayeredSkin(tone)
            var red = calm
            red.blood = 0.045
            let truth = StandardObserver.colour(of: calm.reflectance())
            let mine = seen(calm)
            #expect(abs(mine.green / truth.green - 1) < 0.06)
            #expect(abs(mine.red / truth.red - 1) < 0.06)
            let wanted =
                Steadily.erythema(of: StandardObserver.colour(of: red.reflectance()))
                - Steadily.erythema(of: truth)
            let found = Steadily.erythema(of: seen(red)) - Steadily.erythema(of: mine)
            #expect(abs(found / wanted - 1) < 0.2)
        }
    }

    @Test("Blood reddens skin, melanin darkens it, and dark skin shows blood less")
    func directions() {
        var last = 0.0
        for blood in [0.01, 0.02, 0.04, 0.08] {
            var skin = LayeredSkin(.light)
            skin.blood = blood
            let now = Steadily.erythema(of: StandardObserver.colour(of: skin.reflectance()))
            #expect(now > last)
            last = now
        }
        let lightness = SkinTone.allCases.map {
            StandardObserver.colour(of: LayeredSkin($0).reflectance()).luminance
        }
        #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $0 > $1 })
        #expect(lightness[0] > 0.4 && lightness[5] < 0.15)
    }
}
