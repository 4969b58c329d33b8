/// What a language says for one key.
package enum Phrase: Sendable, Equatable {
    /// One sentence.
    case plain(PhraseTemplate)
    /// A sentence for each form that a number asks for; ``PluralForm/other`` is always there.
    case byNumber([PluralForm: PhraseTemplate])

    /// The names of all places.
    package var places: Set<String> {
        switch self {
        case .plain(let template): template.places
        case .byNumber(let forms): forms.values.reduce(into: []) { $0.formUnion($1.places) }
        }
    }

    /// The sentence for a form; any of several where no number is told.
    func template(_ form: PluralForm) -> PhraseTemplate {
        switch self {
        case .plain(let template): return template
        case .byNumber(let forms):
            guard let template = forms[form] ?? forms[.other] else {
                preconditionFailure("no words for \(form)")
            }
            return template
        }
    }
}
