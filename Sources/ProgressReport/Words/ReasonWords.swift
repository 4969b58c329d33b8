import ScalpMeasurement

/// Why a value or a verdict is missing, and what helps next time.
package struct ReasonWords: Sendable {
    let language: Language

    /// What is the matter, as it stands behind "because".
    ///
    /// - Parameter reason: The contract's word.
    /// - Returns: A clause; the word itself where it is not known.
    package func clause(_ reason: String) -> String {
        let key = "reasons.\(reason).clause"
        return language.has(key) ? language.text(key) : language.text("reasons.other", ["reason": reason])
    }

    /// The same in a word or two, for tables.
    package func short(_ reason: String) -> String {
        let key = "reasons.\(reason).short"
        return language.has(key) ? language.text(key) : reason
    }

    /// What to do so that the next photo gives a value, as a sentence; nil where nothing is to be done.
    ///
    /// - Parameter reason: The contract's word.
    /// - Returns: A sentence.
    package func advice(_ reason: String) -> String? {
        let key = "reasons.\(reason).advice"
        return language.has(key) ? language.text(key) : nil
    }

    /// How a photo or a client that could not be read is told.
    ///
    /// - Parameter failure: The failure.
    /// - Returns: A sentence: the failure's own words where they are in the page's language.
    package func failure(_ failure: PhotoFailure) -> String {
        if !failure.message.isEmpty, language.tag.prefix(2) == PhotoFailure.languageTag {
            return failure.message
        }
        let key = "failures.\(failure.code)"
        return language.text(
            language.has(key) ? key : "failures.other", ["code": failure.code, "message": failure.message])
    }
}
