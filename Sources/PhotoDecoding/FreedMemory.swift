/// Memory that photos have taken and freed.
package enum FreedMemory {
    /// Gives it back to the system, where the allocator keeps it for the thread that freed it.
    ///
    /// - Complexity: O(what is kept); some milliseconds for a photo's planes.
    package static func release() { Codecs.releaseFreedMemory() }
}
