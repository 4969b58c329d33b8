import Foundation

/// C libraries that need not be linked to be asked for their version.
enum LoadedLibrary {
    /// Where the kernel lists the files that the process has mapped.
    private static let maps = "/proc/self/maps"

    /// What a library's function without arguments says.
    ///
    /// - Parameters:
    ///   - function: Its name; it must return a text that stays.
    ///   - file: The library's file, as the loader looks it up.
    /// - Returns: The text, or nil where the library or the function is not there.
    static func text(of function: String, in file: String) -> String? {
        typealias Function = @convention(c) () -> UnsafePointer<CChar>?
        // Libraries stay loaded: some of them cannot be unloaded.
        guard let library = unsafe dlopen(file, RTLD_NOW | RTLD_LOCAL),
            let symbol = unsafe dlsym(library, function)
        else { return nil }
        // All callers name functions of this very form; their texts close with a zero.
        let call = unsafe unsafeBitCast(symbol, to: Function.self)
        return unsafe call().map { unsafe String(cString: $0) }
    }

    /// The number behind `.so.` of a library that is in use, as its file bears it.
    ///
    /// - Parameter name: As `libexif`.
    /// - Returns: As `12.3.4`, or nil where no such file is mapped.
    static func fileVersion(of name: String) -> String? {
        guard let file = FileHandle(forReadingAtPath: maps), let data = try? file.readToEnd() else {
            return nil
        }
        let mark = "/\(name).so."
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
            if let place = line.range(of: mark) { return String(line[place.upperBound...]) }
        }
        return nil
    }
}
