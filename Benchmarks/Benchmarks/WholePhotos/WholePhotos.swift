import Benchmark
import HealingCurve

let benchmarks: @Sendable () -> Void = {
    let oneByOne = Benchmark.Configuration(
        metrics: [.wallClock, .cpuUser, .peakMemoryResident], maxDuration: .seconds(8), maxIterations: 20)

    for megapixels in [1, 3, 12, 48] {
        for format in ["jpg", "png", "heic"] {
            Benchmark("photo of \(megapixels) MP, \(format)", configuration: oneByOne) { benchmark in
                for _ in benchmark.scaledIterations {
                    BenchmarkPhotos.measure(
                        BenchmarkPhotos.photo(megapixels: megapixels, format: format), jobs: 1)
                }
            }
        }
    }

    Benchmark("series of nine photos with report", configuration: oneByOne) { benchmark in
        for _ in benchmark.scaledIterations { BenchmarkPhotos.analyze(client: "bilal") }
    }

    Benchmark("curve of twelve visits, with charts", configuration: oneByOne) { benchmark in
        for _ in benchmark.scaledIterations {
            blackHole(
                CurveInference.expectation(
                    sessions: BenchmarkSeries.sessions, visits: BenchmarkSeries.visits, priors: .published))
        }
    }

    Benchmark(
        "batch of 200 photos of 0.5 MP, two jobs",
        configuration: .init(
            metrics: [.wallClock, .cpuUser, .peakMemoryResident], warmupIterations: 0, maxIterations: 1)
    ) { benchmark in
        for _ in benchmark.scaledIterations {
            BenchmarkPhotos.measure(BenchmarkPhotos.batch(of: 200), jobs: 2)
        }
    }
}
