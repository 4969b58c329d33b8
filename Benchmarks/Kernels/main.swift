import Foundation
import PixelMath
import Raster

// Time of each kernel in nanoseconds a pixel, on one thread: kernel-bench [NAME], those whose name contains NAME.

/// One kernel at work on a plane of a megapixel.
struct KernelCase {
    var name: String
    /// Runs once; what it gives back keeps the work from being left out.
    var run: (Plane) -> Float
}

let cases =
    [1.0, 2.5, 8.0].flatMap { sigma in
        [
            KernelCase(name: "GaussianBlur, sigma \(sigma)") { $0.blurred(sigma: sigma).samples[0] },
            KernelCase(name: "GaussianBlur reference, sigma \(sigma)") {
                $0.blurredReference(sigma: sigma).samples[0]
            },
        ]
    } + [KernelCase(name: "Reduction, factor 2") { $0.reduced(by: 2).samples[0] }]

var generator: UInt32 = 1
let plane = Plane(
    width: 1_024, height: 1_024,
    samples: (0..<1_024 * 1_024).map { _ in
        generator = generator &* 1_664_525 &+ 1_013_904_223
        return Float(generator >> 8) / Float(1 << 24)
    })

/// Nanoseconds a pixel: the median of runs that together take about half a second, seven at least.
func nanoseconds(_ kernel: KernelCase) -> Double {
    var times: [Double] = []
    var checksum: Float = kernel.run(plane)
    let start = ContinuousClock.now
    while times.count < 7 || ContinuousClock.now - start < .milliseconds(500) {
        let took = ContinuousClock().measure { checksum += kernel.run(plane) }
        times.append(Double(took.components.attoseconds) / 1e9 + Double(took.components.seconds) * 1e9)
    }
    precondition(checksum.isFinite, "the kernel gave numbers")
    return times.sorted()[times.count / 2] / Double(plane.samples.count)
}

let wanted = CommandLine.arguments.dropFirst().first ?? ""
for kernel in cases where wanted.isEmpty || kernel.name.localizedCaseInsensitiveContains(wanted) {
    let padded = kernel.name.padding(toLength: 36, withPad: " ", startingAt: 0)
    print(padded, String(format: "%8.2f ns/pixel", nanoseconds(kernel)))
}
