import ClientRecords
import PhotoDecoding
import ProgressReport

/// Reads `studio.yaml`: what a practice says of itself on its reports.
package enum StudioFile {
    /// Its name beside the clients' folders.
    package static let name = "studio.yaml"
    /// A studio's file is a few lines; what is larger was never meant to be one.
    private static let largestFile = 100_000
    /// A logo is shown a few centimetres wide and stands in every report.
    static let largestLogo = 1_000_000
    /// Lines of contact that fit beside a report's heading.
    private static let mostLines = 8
    /// Characters of a name or a line that fit into it.
    private static let longestLine = 200

    /// The look of a run's pages.
    ///
    /// - Parameters:
    ///   - path: The studio's file, or nil for the one in the input.
    ///   - input: The folder that is read.
    /// - Returns: The look; that of no studio where nothing is named and the input has none.
    /// - Throws: ``RunError/badStudio(message:)`` with the line that is wrong.
    package static func look(from path: BytePath?, input: BytePath) throws(RunError) -> PageLook {
        if let path { return try look(from: path) }
        return try load(from: input.appending(name)) ?? PageLook()
    }

    /// The look that a studio's file tells.
    ///
    /// - Parameter path: The file, which has to be there.
    /// - Returns: The look.
    /// - Throws: ``RunError/badStudio(message:)`` with the line that is wrong.
    package static func look(from path: BytePath) throws(RunError) -> PageLook {
        guard let look = try load(from: path) else {
            throw .badStudio(message: "\(path.text): there is no such file. Name one with --studio.")
        }
        return look
    }

    private static func load(from path: BytePath) throws(RunError) -> PageLook? {
        do {
            guard let text = try RecordText.load(path, largest: largestFile) else { return nil }
            var look = try look(reading: text, in: path.folder)
            look.files.append(path)
            return look
        } catch let error as RecordFileError {
            throw .badStudio(message: error.message(file: path.text))
        } catch let error as RunError {
            throw error
        } catch {
            throw .badStudio(message: "\(path.text): cannot be read.")
        }
    }

    private static func look(reading text: String, in folder: BytePath) throws -> PageLook {
        var look = PageLook()
        guard let root = try StrictYAML.root(of: text, key: name) else { return look }
        let values = try root.map(known: ["name", "contact", "logo", "accent", "paper", "language"])
        look.studio.name = try values["name"].map(line)
        for member in try values["contact"]?.list(
            expected: "a list of lines: [Main Street 1, www.example.com]")
            ?? []
        {
            look.studio.contact.append(try line(member))
        }
        if look.studio.contact.count > mostLines, let contact = values["contact"] {
            throw contact.bad("at most \(mostLines) lines")
        }
        look.studio.accent = try accent(root)
        if let paper = values["paper"] {
            let names = Studio.Paper.allCases.map(\.rawValue)
            let written = try paper.text()
            guard
                let known = Studio.Paper.allCases.first(where: {
                    $0.rawValue.lowercased() == written.lowercased()
                })
            else { throw paper.bad(names.joined(separator: " or ")) }
            look.studio.paper = known
        }
        if let logo = values["logo"] {
            look.studio.logo = try self.logo(logo, in: folder)
            look.files.append(beside(try logo.text(), folder))
        }
        if let language = values["language"] { try read(language, in: folder, into: &look) }
        return look
    }

    private static func line(_ value: StrictYAML) throws(RecordFileError) -> String {
        let text = try value.text()
        let isLine = text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
        guard isLine, !text.isEmpty, text.count <= longestLine else {
            throw value.bad("a line of 1 to \(longestLine) characters", showing: false)
        }
        return text
    }

    /// The accent; without quotes a `#` begins a comment, which is told.
    private static func accent(_ root: StrictYAML) throws(RecordFileError) -> Studio.Colour? {
        let entries = try root.entries()
        guard let value = entries.first(where: { $0.name == "accent" })?.value else { return nil }
        guard !value.isNull, let colour = Studio.Colour(hexadecimal: try value.text()) else {
            throw value.bad("a colour in quotes, as \"#14665e\"")
        }
        return colour
    }

    private static func logo(_ value: StrictYAML, in folder: BytePath) throws(RecordFileError) -> Studio.Logo
    {
        let path = beside(try value.text(), folder)
        let bytes: [UInt8]
        do {
            let status = try FileSystem.status(path)
            guard status.kind == .file, status.size <= largestLogo else {
                throw RecordFileError.badValue(
                    line: value.line, key: value.key, found: "\(status.size) bytes",
                    expected: "a file of at most \(largestLogo) bytes")
            }
            bytes = try FileSystem.read(path, atMost: largestLogo)
        } catch let error as RecordFileError {
            throw error
        } catch {
            throw value.bad("a PNG or JPEG file beside studio.yaml that can be read")
        }
        let format = PhotoFormat(bytes: bytes)
        guard format == .png || format == .jpeg, let picture = try? PhotoDecoder().photo(from: bytes) else {
            throw value.bad("a whole PNG or JPEG file")
        }
        return Studio.Logo(bytes: bytes, width: picture.width, height: picture.height, isPNG: format == .png)
    }

    private static func read(
        _ value: StrictYAML, in folder: BytePath, into look: inout PageLook
    ) throws {
        let name = try value.text()
        if let known = Languages.builtIn[name] {
            look.use(known)
            return
        }
        let expected = (Languages.builtIn.keys.sorted() + ["a language file (.yaml) beside studio.yaml"])
        let path = beside(name, folder)
        guard ["yaml", "yml"].contains(path.fileExtension.lowercased()) else {
            throw value.bad(expected.joined(separator: ", "))
        }
        let own: LanguageFile.Loaded?
        do {
            own = try LanguageFile.load(from: path, against: Languages.english)
        } catch {
            throw RunError.badStudio(message: error.message(file: path.text))
        }
        guard let own else { throw value.bad("a language file that is there") }
        look.use(own)
        look.files.append(path)
    }

    private static func beside(_ name: String, _ folder: BytePath) -> BytePath {
        name.hasPrefix("/") ? BytePath(name) : folder.appending(name)
    }
}
