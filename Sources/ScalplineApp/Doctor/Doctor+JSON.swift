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
            ), ("processor", .text(processorName)), ("processors", .integer(processors)),
            ("memoryBytes", .integer(memoryBytes)), ("sharedMemoryBytes", .integer(sharedBytes)),
            ("libraries", .object(libraries.map { ($0.name, .text($0.version)) })),
            ("fonts", .object([("files", .integer(fonts.count)), ("notoSans", .bool(fonts.isWide))])),
            ("folders", .array(folders.map(Self.folder))),
            (
                "selfTest",
                .object([
                    ("passes", .bool(kernelsPass && photo.passes)),
                    ("checksums", .object(checksums.map { ($0.set.rawValue, .string($0.checksum)) })),
                    (
                        "photo",
                        .object([
                            ("passes", .bool(photo.passes)),
                            ("sha256", .string(ContentHash.sha256(Array(photo.record.utf8)))),
                        ])
                    ),
                ])
            ), ("passes", .bool(passes)),
        ]).text
    }

    private static func folder(_ folder: FolderCheck) -> JSONValue {
        .object([
            ("role", .string(folder.role.rawValue)), ("path", .string(folder.path.text)),
            ("freeBytes", folder.freeBytes.map(JSONValue.integer) ?? .null),
            ("problem", .text(folder.problem)),
        ])
    }
}
