import Foundation
import Raster

/// How alike two pictures are.
enum Likeness {
    /// The mean absolute difference of linear green, or 1 where sizes differ.
    static func difference(_ a: RGBImage, _ b: RGBImage) -> Double {
        guard a.width == b.width, a.height == b.height else { return 1 }
        var sum = 0.0
        for i in a.green.samples.indices { sum += Double(abs(a.green.samples[i] - b.green.samples[i])) }
        return sum / Double(a.green.samples.count)
    }

    /// The largest difference of medians, in coded sRGB (0…1), over patches that are even in the first picture.
    static func largestPatchDifference(_ a: RGBImage, _ b: RGBImage) -> Float {
        guard a.width == b.width, a.height == b.height else { return 1 }
        var largest: Float = 0
        for (one, other) in [(a.red, b.red), (a.green, b.green), (a.blue, b.blue)] {
            for top in stride(from: 0, to: a.height - 20, by: 60) {
                for left in stride(from: 0, to: a.width - 20, by: 60) {
                    let places = (0..<400).map { (top + $0 / 20) * a.width + left + $0 % 20 }
                    let first = places.map { one.samples[$0] }.sorted()
                    guard first[399] - first[0] < 0.001 else { continue }
                    let second = places.map { other.samples[$0] }.sorted()
                    largest = max(largest, abs(coded(first[200]) - coded(second[200])))
                }
            }
        }
        return largest
    }

    private static func coded(_ x: Float) -> Float {
        let shown = min(max(x, 0), 1)
        return shown <= 0.0031308 ? 12.92 * shown : 1.055 * powf(shown, 1 / 2.4) - 0.055
    }
}
