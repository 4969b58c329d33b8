/// The forms that a word may take behind a number, as Unicode's plural rules (CLDR) name them.
package enum PluralForm: String, Sendable, CaseIterable {
    case zero, one, two, few, many, other
}
