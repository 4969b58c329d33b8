/// A few rows of a picture in linear sRGB, as they are stored, not yet turned upright.
struct LinearBand {
    /// Linear red of every pixel, row by row; green and blue likewise.
    var red: [Float]
    /// Linear green.
    var green: [Float]
    /// Linear blue.
    var blue: [Float]

    /// Makes a black band of so many pixels.
    init(pixels: Int) {
        red = Array(repeating: 0, count: pixels)
        green = red
        blue = red
    }
}
