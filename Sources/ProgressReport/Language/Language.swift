/// All words of the reports in one language, as a language file tells them.
///
/// A page holds a language and asks it for words: by subject (`language.measures.name(.redness)`,
/// `language.dates.long(date)`, `language.numbers.plain(0.71, decimals: 1)`), or by key for what stands on a page once
/// (`language.text("photos.heading")`). The keys are those of `en.yaml`.
public struct Language: Sendable, Equatable {
    /// What the language calls itself.
    public let name: String
    /// Its tag (BCP 47), as `en` and `de-AT`.
    public let tag: String
    /// Whether it runs right to left.
    public let isRightToLeft: Bool
    /// The twelve months, the first one first.
    package let months: [String]
    /// The same with few letters.
    package let shortMonths: [String]
    /// Which form of a word stands behind a number.
    package let plurals: PluralRule
    /// The sentences by key.
    package let phrases: [String: Phrase]

    /// Makes a language.
    ///
    /// - Parameters:
    ///   - name: What the language calls itself.
    ///   - tag: Its tag (BCP 47).
    ///   - isRightToLeft: Whether it runs right to left.
    ///   - months: Twelve.
    ///   - shortMonths: Twelve.
    ///   - plurals: Which form of a word stands behind a number.
    ///   - phrases: The sentences by key; together with those of `fallback` all that the pages ask for.
    ///   - fallback: A whole language that stands in for what is missing.
    package init(
        name: String, tag: String, isRightToLeft: Bool, months: [String], shortMonths: [String],
        plurals: PluralRule, phrases: [String: Phrase], fallback: Language? = nil
    ) {
        precondition(months.count == 12 && shortMonths.count == 12, "a year has twelve months")
        self.name = name
        self.tag = tag
        self.isRightToLeft = isRightToLeft
        self.months = months
        self.shortMonths = shortMonths
        self.plurals = plurals
        self.phrases = phrases.merging(fallback?.phrases ?? [:]) { own, _ in own }
    }
}
