import ArgumentParser
import ClientRecords
import PhotoDecoding
import ScalplineApp

/// Options by which every command finds its settings, and how it prints.
struct ConfigOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Settings to use instead of ./scalpline.yaml or ~/.config/scalpline/scalpline.yaml.",
            valueName: "file"), completion: .file(extensions: ["yaml", "yml"]))
    var config: BytePath?

    @Flag(help: "Print each setting and where it comes from, and do nothing else.")
    var showConfig = false

    @Option(
        help: ArgumentHelp(
            "Colours: auto (on a terminal), always or never. NO_COLOR in the environment means never.",
            valueName: "when"))
    var color: ColorChoice?

    /// What the command line, the environment and the configuration file say.
    private(set) var resolved = ResolvedSettings()

    /// What holds for this run; commands add what their own options say by ``Settings/take(_:_:)-(_,SettingValue?)``.
    var settings: Settings {
        get { resolved.settings }
        set { resolved.settings = newValue }
    }

    mutating func validate() throws {
        do {
            settings = try Settings(file: config)
        } catch {
            throw ValidationError(error.message)
        }
        settings.take(.color, color.map { .word($0.rawValue) })
    }

    /// Refuses a run for which something is not set; `--show-config` needs nothing.
    ///
    /// - Parameters:
    ///   - setting: What must be set.
    ///   - argument: How the command line calls it.
    /// - Throws: `ValidationError` with how to set it.
    func need(_ setting: Setting, as argument: String) throws {
        if showConfig || settings[setting] != nil { return }
        throw ValidationError(
            "Missing expected argument '\(argument)': give it, or set \"\(setting.key)\" in scalpline.yaml.")
    }

    /// Colours for standard output.
    var ink: Ink { Ink(settings.word(.color).flatMap(ColorChoice.init) ?? .auto) }

    /// All settings, as `--show-config` prints them.
    var text: String {
        settings.text(defaults: [
            .jobs: String(Machine.processors), .memory: "half of the machine's",
            .photoMemory: String(DecodingLimits.ofSurvey.workingBytes / 1_000_000), .quiet: "false",
            .color: ColorChoice.auto.rawValue,
        ])
    }

    /// Settings as a value that no option gives.
    struct ResolvedSettings: Decodable {
        var settings = Settings()

        init() {}
        init(from decoder: any Decoder) throws {}
    }
}
