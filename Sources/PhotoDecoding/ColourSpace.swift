/// The geometry of red, green and blue: matrices between colour spaces, row by row.
enum ColourSpace {
    /// x and y of white, red, green, blue of sRGB (IEC 61966-2-1).
    static let standardPrimaries = [0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06]

    /// The D50 white of ICC profiles (ICC.1:2022, 7.2.16), as XYZ.
    static let profileWhite = [0.9642, 1.0, 0.8249]

    /// The matrix from linear numbers of the given primaries to linear sRGB (D65), white to white.
    ///
    /// - Parameter primaries: x and y of white, red, green, blue.
    /// - Returns: Nine numbers, or nil where the primaries span no space.
    static func standardMatrix(fromPrimaries primaries: [Double]) -> [Double]? {
        guard let toXYZ = profileMatrix(ofPrimaries: primaries) else { return nil }
        return standardMatrix(fromColorants: toXYZ)
    }

    /// The matrix from a profile's linear numbers to linear sRGB (D65).
    ///
    /// - Parameter colorants: Nine numbers whose columns are XYZ (D50) of red, green and blue.
    /// - Returns: Nine numbers, or nil where the colorants span no space or their sum is far from white.
    static func standardMatrix(fromColorants colorants: [Double]) -> [Double]? {
        guard let standard = profileMatrix(ofPrimaries: standardPrimaries), let back = inverse(standard),
            inverse(colorants) != nil
        else { return nil }
        let matrix = product(back, colorants)
        // ICC profiles add up to the D50 white; one that is a tenth off is broken.
        let white = apply(matrix, [1, 1, 1])
        let isWhite = white.allSatisfy { abs($0 - 1) < 0.1 }
        return isWhite ? matrix : nil
    }

    /// The matrix from XYZ (D50) to linear sRGB (D65).
    static func standardMatrixFromXYZ() -> [Double] {
        let standard = profileMatrix(ofPrimaries: standardPrimaries)
        guard let back = standard.flatMap(inverse) else { preconditionFailure("sRGB spans a space") }
        return back
    }

    /// The matrix from linear numbers of the given primaries to XYZ, adapted to D50 by Bradford's method.
    static func profileMatrix(ofPrimaries primaries: [Double]) -> [Double]? {
        guard primaries.count == 8, primaries.allSatisfy({ $0.isFinite && abs($0) < 10 }),
            primaries[1] > 0.01
        else { return nil }
        func xyz(_ x: Double, _ y: Double) -> [Double] { [x, y, 1 - x - y] }
        let white = xyz(primaries[0], primaries[1]).map { $0 / primaries[1] }
        let red = xyz(primaries[2], primaries[3])
        let green = xyz(primaries[4], primaries[5])
        let blue = xyz(primaries[6], primaries[7])
        let columns = [red[0], green[0], blue[0], red[1], green[1], blue[1], red[2], green[2], blue[2]]
        guard let back = inverse(columns) else { return nil }
        let amounts = apply(back, white)
        let scaled = (0..<9).map { columns[$0] * amounts[$0 % 3] }
        return product(adaptation(from: white), scaled)
    }

    /// Bradford's matrix from one white to the D50 of ICC profiles (ICC.1:2022, annex E.3).
    private static func adaptation(from white: [Double]) -> [Double] {
        let cones = [0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296]
        guard let back = inverse(cones) else { return [1, 0, 0, 0, 1, 0, 0, 0, 1] }
        let source = apply(cones, white)
        let target = apply(cones, profileWhite)
        let gains = [target[0] / source[0], 0, 0, 0, target[1] / source[1], 0, 0, 0, target[2] / source[2]]
        return product(back, product(gains, cones))
    }

    private static func product(_ a: [Double], _ b: [Double]) -> [Double] {
        (0..<9).map { (index: Int) -> Double in
            let row = index / 3 * 3
            let column = index % 3
            let (x, y, z) = (a[row] * b[column], a[row + 1] * b[column + 3], a[row + 2] * b[column + 6])
            return x + y + z
        }
    }

    private static func apply(_ m: [Double], _ v: [Double]) -> [Double] {
        (0..<3).map { (row: Int) -> Double in
            let (x, y, z) = (m[3 * row] * v[0], m[3 * row + 1] * v[1], m[3 * row + 2] * v[2])
            return x + y + z
        }
    }

    private static func inverse(_ m: [Double]) -> [Double]? {
        let cofactors = [
            m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3],
        ]
        let determinant = m[0] * cofactors[0] + m[1] * cofactors[3] + m[2] * cofactors[6]
        guard determinant.isFinite, abs(determinant) > 1e-9 else { return nil }
        return cofactors.map { $0 / determinant }
    }
}
