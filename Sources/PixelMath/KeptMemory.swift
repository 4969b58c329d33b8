import CProcessor

/// What the process does with memory that is free for now.
package enum KeptMemory {
    /// Keeps up to so many megabytes for the next planes: each page that goes back to the system comes again cleared,
    /// which takes as long as many a pass over a photo.
    package static func keep(megabytes: Int) { slc_keep_memory(UInt(megabytes) << 20) }
}
