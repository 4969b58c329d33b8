import CProcessor

/// What the process does with memory that is free for now.
package enum KeptMemory {
    /// Keeps up to so many megabytes for the next planes: each page that goes back to the system comes again cleared,
    /// which takes as long as many a pass over a photo.
    package static func keep(megabytes: Int) { slc_keep_memory(UInt(megabytes) << 20) }

    /// Gives what is kept back to the system: for whoever waits for memory.
    ///
    /// - Complexity: O(what is kept); some milliseconds for a photo's planes.
    package static func release() { slc_release_freed_memory() }
}
