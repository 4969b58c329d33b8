// swift-tools-version: 6.2
import PackageDescription

// Benchmarks of the library's public face, a package of their own so that nobody who builds Scalpline needs their
// dependencies: `make bench-swift`.
let package = Package(
    name: "scalpline-benchmarks",
    dependencies: [
        .package(name: "scalpline", path: ".."),
        .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "WholePhotos",
            dependencies: [
                .product(name: "Benchmark", package: "benchmark"),
                .product(name: "ScalplineKit", package: "scalpline"),
            ],
            path: "Benchmarks/WholePhotos",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
    ],
    swiftLanguageModes: [.v6]
)
