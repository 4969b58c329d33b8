extension RunSummary {
    /// What could not be measured and why, a line each; names from outside stand as they are.
    public var problems: [String] {
        var lines: [String] = []
        for client in clients {
            if let failure = client.failure {
                lines.append("not measured: \(client.id): \(failure.message) [\(failure.code)]")
            }
            for photo in client.failedPhotos {
                lines.append(
                    "not measured: \(client.id)/\(photo.file): \(photo.failure.message) [\(photo.failure.code)]"
                )
            }
        }
        for photo in strayPhotos {
            lines.append("not measured: \(photo): it lies beside the clients' folders [no-client]")
        }
        return lines
    }
}
