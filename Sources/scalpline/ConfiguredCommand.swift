import ArgumentParser

/// A command that reads settings.
///
/// Where it has settings of its own, it gives what its options say to `config.settings` in `validate()`, names what must
/// be set by ``ConfigOptions/need(_:as:)``, and reads `config.settings` in `run()`.
protocol ConfiguredCommand: ParsableCommand {
    /// Its settings.
    var config: ConfigOptions { get }
}

/// A command that works on photos.
protocol WorkingCommand: ConfiguredCommand {
    /// How it works.
    var work: WorkOptions { get }
}

extension WorkingCommand {
    var config: ConfigOptions { work.config }
}
