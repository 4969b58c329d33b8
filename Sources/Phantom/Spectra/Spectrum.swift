/// A quantity by wavelength, every 5 nm from 400 to 700 nm.
public struct Spectrum: Sendable, Equatable {
    /// How many wavelengths there are.
    public static let count = 61
    /// The first wavelength in nm.
    public static let first = 400.0
    /// Distance of two wavelengths in nm.
    public static let step = 5.0

    /// The values, from 400 nm on.
    public private(set) var values: [Double]

    /// Makes a spectrum of given values.
    ///
    /// - Parameter values: 61 numbers, from 400 nm on.
    public init(_ values: [Double]) {
        precondition(values.count == Self.count, "a spectrum has 61 values")
        self.values = values
    }

    /// Makes a spectrum by its formula.
    ///
    /// - Parameter value: The value at a wavelength in nm.
    public init(by value: (_ wavelength: Double) -> Double) {
        values = (0..<Self.count).map { value(Self.wavelength($0)) }
    }

    /// The wavelength of a place in the list, in nm.
    ///
    /// - Parameter index: 0…60.
    /// - Returns: 400…700.
    public static func wavelength(_ index: Int) -> Double { first + step * Double(index) }

    /// The value at one of the wavelengths.
    public subscript(index: Int) -> Double { values[index] }

    /// Each value by a rule of its own and that of another spectrum.
    ///
    /// - Parameters:
    ///   - other: The other spectrum.
    ///   - rule: Joins two values.
    /// - Returns: The joined spectrum.
    public func joined(with other: Spectrum, by rule: (Double, Double) -> Double) -> Spectrum {
        Spectrum(zip(values, other.values).map { rule($0, $1) })
    }

    /// The product, wavelength by wavelength.
    public static func * (left: Spectrum, right: Spectrum) -> Spectrum { left.joined(with: right, by: *) }

    /// Sum of the products with another spectrum: a sensor's signal from light.
    ///
    /// - Parameter other: The other spectrum.
    /// - Returns: The sum, without the step's 5 nm.
    public func sum(with other: Spectrum) -> Double {
        var sum = 0.0
        for index in 0..<Self.count { sum += values[index] * other.values[index] }
        return sum
    }
}
