import PixelMath
import ProgressReport

extension Doctor {
    private static let schema = "scalpline.doctor/1"

    /// What is found as one JSON object on one line (schema `scalpline.doctor/1`), without a newline.
    public var json: String {
        JSONValue.object([
            ("schema", .string(Self.schema)), ("method", .string(Scalpline.method)),
            (
                "kernels",
                .object([
                    ("inUse", .string(inUse.rawValue)),
                    ("runnable", .array(runnable.map { .string($0.rawValue) })), ("wished", .text(wished)),
                ])
            ), ("processors", .integer(processors)), ("memoryBytes", .integer(memoryBytes)),
            ("sharedMemoryBytes", .integer(sharedBytes)),
            ("libraries", .object(libraries.map { ($0.name, .string($0.version)) })),
            (
                "selfTest",
                .object([
                    ("passes", .bool(passes)),
                    ("checksums", .object(checksums.map { ($0.set.rawValue, .string($0.checksum)) })),
                ])
            ),
        ]).text
    }
}
