import ArgumentParser

/// When what is printed is coloured.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    /// On a terminal that shows colours, unless `NO_COLOR` is set.
    case auto
    /// Always.
    case always
    /// Never.
    case never
}
