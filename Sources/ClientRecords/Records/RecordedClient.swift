/// A photo's file as a run found it.
package struct RecordedPhoto: Sendable, Equatable {
    /// Path under the client's folder.
    package var file: BytePath
    /// Size in bytes.
    package var size: Int
    /// When it was last changed, in nanoseconds since 1970.
    package var changed: Int
    /// Content hash; empty where the file could not be read.
    package var sha256: String
    /// When it was taken, as results write it.
    package var taken: String?
    /// Where that date comes from.
    package var dateSource: String?
    /// The code of what went wrong with it, or nil.
    package var error: String?

    /// Makes an entry.
    package init(
        file: BytePath, size: Int, changed: Int, sha256: String, taken: String? = nil,
        dateSource: String? = nil, error: String? = nil
    ) {
        self.file = file
        self.size = size
        self.changed = changed
        self.sha256 = sha256
        self.taken = taken
        self.dateSource = dateSource
        self.error = error
    }
}

/// A finding as the records keep it.
package struct RecordedFinding: Sendable, Equatable {
    /// The contract's code.
    package var code: String
    /// File of the photo that shows it.
    package var photo: String?
    /// Days since the last session.
    package var day: Double?
    /// `note` or `attention`.
    package var severity: String
    /// The sentence.
    package var message: String
    /// Numbers behind it, as JSON.
    package var evidence: String

    /// Makes an entry.
    package init(
        code: String, photo: String?, day: Double?, severity: String, message: String, evidence: String
    ) {
        self.code = code
        self.photo = photo
        self.day = day
        self.severity = severity
        self.message = message
        self.evidence = evidence
    }
}

/// A file of a client in the output.
package struct RecordedFile: Sendable, Equatable {
    /// Its path in the client's folder.
    package var name: String
    /// Its bytes.
    package var bytes: [UInt8]

    /// Makes an entry.
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// What the records keep of a client's last analysis.
package struct RecordedClient: Sendable {
    /// The client's id: its folder in the output.
    package var name: String
    /// Name of its folder in the input.
    package var folder: BytePath
    /// Tells all that the results rest on.
    package var inputKey: String
    /// The program and its version.
    package var method: String
    /// Its photos.
    package var photos: [RecordedPhoto] = []
    /// What `client.yaml` says; its sessions, symptoms and notes are kept.
    package var file = ClientFile()
    /// Rows of measurements: the columns of `measurements.csv` from `photo` to `method`, and the photo's content hash.
    package var measurements: [(cells: [String?], sha256: String)] = []
    /// Its findings.
    package var findings: [RecordedFinding] = []
    /// Its line in the summary of a run, as JSON.
    package var summary: [UInt8] = []
    /// Its row in the overview, as JSON.
    package var overview: [UInt8] = []
    /// Its part of `measurements.csv`.
    package var tableRows = ""
    /// The report without pictures, as JSON.
    package var report: [UInt8] = []
    /// The report's pictures, in the report's order.
    package var pictures: [[UInt8]] = []
    /// Its files but the pages, which are made from the report.
    package var files: [RecordedFile] = []

    /// Makes an entry without results.
    package init(name: String, folder: BytePath, inputKey: String, method: String) {
        self.name = name
        self.folder = folder
        self.inputKey = inputKey
        self.method = method
    }
}
