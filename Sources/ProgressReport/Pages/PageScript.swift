/// A script that stands inside a page, with the hash by which the page's policy allows it and no other.
struct PageScript {
    /// The script, without anything from outside.
    var text: String
    /// SHA-256 of `text` in base 64.
    var hash: String
}
