// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target of the package is held to.
let strict: [SwiftSetting] = [.strictMemorySafety(), .enableUpcomingFeature("ExistentialAny")]

/// The kernels once for every instruction set above the architecture's baseline: the same files, by a symbolic link to
/// their folder. Flags for the C compiler steer the code that Swift makes as well.
#if arch(x86_64)
    let widerKernels: [(name: String, flags: [String])] = [
        ("PixelKernelsAVX2", ["-mavx2"]),
        ("PixelKernelsAVX512", ["-mavx512f", "-mavx512bw", "-mavx512dq", "-mavx512vl"]),
    ]
#else
    let widerKernels: [(name: String, flags: [String])] = []
#endif

let package = Package(
    name: "scalpline",
    products: [
        // MARK: Products
        .executable(name: "scalpline", targets: ["scalpline"]),
        .library(name: "ScalplineKit", targets: ["ScalplineApp", "ClientRecords", "HealingCurve"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    ],
    targets: [
        // MARK: Libraries, each importing only what stands above it
        .target(name: "Raster", swiftSettings: strict),
        .target(name: "SteadyMath", swiftSettings: strict, linkerSettings: [.linkedLibrary("m")]),
        .target(name: "KernelTable", swiftSettings: strict),
        .target(name: "PixelKernels", dependencies: ["KernelTable"], swiftSettings: strict),
        .target(
            name: "PixelMath",
            dependencies: ["Raster", "SteadyMath", "CProcessor", "KernelTable", "PixelKernels"]
                + widerKernels.map { .target(name: $0.name) },
            swiftSettings: strict),
        .target(
            name: "PhotoDecoding", dependencies: ["Raster", "SteadyMath", "PixelMath", "CImageCodecs"],
            swiftSettings: strict),
        .target(
            name: "ScalpMeasurement",
            dependencies: ["PixelMath", "KernelTable", "PhotoDecoding", "SteadyMath"],
            swiftSettings: strict),
        .target(
            name: "PhotoSeries", dependencies: ["ScalpMeasurement", "SteadyMath"], swiftSettings: strict),
        .target(name: "HealingCurve", dependencies: ["SteadyMath"], swiftSettings: strict),
        .target(name: "GroupComparison", dependencies: ["SteadyMath"], swiftSettings: strict),
        .target(
            name: "ClientRecords",
            dependencies: [
                "PhotoSeries", "HealingCurve", .product(name: "Yams", package: "Yams"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "ProgressReport",
            dependencies: ["PhotoSeries", "HealingCurve", "GroupComparison", "CTypesetting"],
            swiftSettings: strict),
        .target(
            name: "Phantom",
            dependencies: ["Raster", "CImageCodecs", "PhotoDecoding", "HealingCurve", "SteadyMath"],
            swiftSettings: strict),
        .target(
            name: "ScalplineApp",
            dependencies: [
                "PixelMath", "ClientRecords", "ProgressReport", "GroupComparison", "CContentHash",
                .product(name: "Yams", package: "Yams"),
            ],
            resources: [
                .copy("Resources/healing-curve.yaml"), .copy("Resources/Languages"),
                .copy("Resources/Schemas"), .copy("Resources/SelfTest"),
            ],
            swiftSettings: strict),

        // MARK: C
        .target(name: "CProcessor"),
        .target(name: "CMachineLimits", path: "Benchmarks/CMachineLimits"),
        .target(
            name: "CImageCodecs",
            linkerSettings: [
                .linkedLibrary("jpeg"), .linkedLibrary("png16"), .linkedLibrary("exif"),
                .linkedLibrary("lcms2"), .linkedLibrary("webp"),
                .linkedLibrary("z"),
            ]),
        .target(name: "CTypesetting"),
        .systemLibrary(
            name: "CContentHash", path: "Sources/CContentHash", pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"])]),

        // MARK: Tools
        .executableTarget(
            name: "scalpline",
            dependencies: [
                "ScalplineApp", "Phantom", "GroupComparison",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),

        .executableTarget(
            name: "conformance",
            dependencies: ["PhotoDecoding", "StoredNumbers", "SampleFiles", "SteadyMath", "Raster"],
            path: "Tests/Conformance", swiftSettings: strict),

        .executableTarget(
            name: "dot-spots", dependencies: ["ScalpMeasurement", "PhotoDecoding"],
            path: "Benchmarks/DotTraining", exclude: ["train.py"], swiftSettings: strict),

        .executableTarget(
            name: "curve-study", dependencies: ["HealingCurve", "SimulatedClients", "SteadyMath"],
            path: "Benchmarks/CurveStudy", exclude: ["plots.py"], swiftSettings: strict),

        .executableTarget(
            name: "compare-study",
            dependencies: ["GroupComparison", "HealingCurve", "SimulatedClients", "SteadyMath"],
            path: "Benchmarks/CompareStudy", swiftSettings: strict),

        .executableTarget(
            name: "inbox-study", dependencies: ["ScalplineApp", "PhotoSeries", "ClientRecords"],
            path: "Benchmarks/InboxStudy", swiftSettings: strict),

        .executableTarget(
            name: "kernel-bench", dependencies: ["PixelMath", "KernelTable", "CMachineLimits"],
            path: "Benchmarks/Kernels", swiftSettings: strict),

        // MARK: Tests
        .target(
            name: "SimulatedClients", dependencies: ["HealingCurve", "SteadyMath"],
            path: "Tests/SimulatedClients", swiftSettings: strict),
        .target(
            name: "StoredNumbers", dependencies: ["PhotoDecoding"], path: "Tests/StoredNumbers",
            swiftSettings: strict),
        .target(
            name: "SampleFiles", dependencies: ["CImageCodecs", "SteadyMath"], path: "Tests/SampleFiles",
            swiftSettings: strict),
        .testTarget(
            name: "PixelMathTests", dependencies: ["PixelMath", "KernelTable", "Raster", "SteadyMath"],
            swiftSettings: strict),
        .testTarget(
            name: "ScalpMeasurementTests",
            dependencies: ["ScalpMeasurement", "Phantom", "PhotoDecoding", "PixelMath", "SteadyMath"],
            swiftSettings: strict),
        .testTarget(
            name: "PhantomTests",
            dependencies: [
                "Phantom", "Raster", "HealingCurve", "SteadyMath", "PhotoDecoding", "ClientRecords",
            ], swiftSettings: strict),
        .testTarget(name: "SteadyMathTests", dependencies: ["SteadyMath"], swiftSettings: strict),
        .testTarget(
            name: "HealingCurveTests", dependencies: ["HealingCurve", "SimulatedClients", "SteadyMath"],
            swiftSettings: strict),
        .testTarget(
            name: "GroupComparisonTests", dependencies: ["GroupComparison", "SteadyMath"],
            swiftSettings: strict),
        .testTarget(
            name: "ProgressReportTests", dependencies: ["ProgressReport", "ScalplineApp", "GroupComparison"],
            exclude: ["Snapshots"],
            swiftSettings: strict),
        .testTarget(
            name: "ClientRecordsTests",
            dependencies: ["ClientRecords", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        .testTarget(
            name: "ScalplineAppTests",
            dependencies: [
                "ScalplineApp", "ClientRecords", "Phantom", "PhotoDecoding", "SampleFiles", "PhotoSeries",
                "ProgressReport", "PixelMath", "GroupComparison",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CommandLineTests", dependencies: ["scalpline"], exclude: ["Snapshots"],
            swiftSettings: strict),
        .testTarget(
            name: "PhotoDecodingTests",
            dependencies: [
                "StoredNumbers", "SampleFiles", "PhotoDecoding", "CImageCodecs", "SteadyMath",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "PhotoSeriesTests", dependencies: ["PhotoSeries", "ScalpMeasurement", "SteadyMath"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)

package.targets += widerKernels.map { name, flags in
    .target(
        name: name, dependencies: ["KernelTable"],
        swiftSettings: strict + [.unsafeFlags(flags.flatMap { ["-Xcc", $0] })])
}

// MARK: Fuzz targets, for `make fuzz` alone: they are programs only with libFuzzer's own main
if Context.environment["SCALPLINE_FUZZ"] != nil {
    let photos = ["JPEG", "PNG", "HEIC", "WebP"].map { ($0, ["FuzzedPhoto"]) }
    let others = [("EXIF", ["CImageCodecs"]), ("ICC", ["CImageCodecs"]), ("ClientFile", ["ClientRecords"])]
    package.targets += [
        .target(name: "CFuzzMutation", path: "Fuzz/CFuzzMutation"),
        .target(
            name: "FuzzedPhoto", dependencies: ["PhotoDecoding"], path: "Fuzz/FuzzedPhoto",
            swiftSettings: strict),
    ]
    for (name, rooms) in photos + others {
        package.targets.append(
            .executableTarget(
                name: "fuzz-\(name.lowercased())",
                dependencies: (rooms + ["CFuzzMutation"]).map { .byName(name: $0) }, path: "Fuzz/\(name)",
                swiftSettings: strict))
    }
}
