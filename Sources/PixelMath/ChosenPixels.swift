import Raster

extension Plane {
    /// The share of this light that is missing from a grid's: `1 − light / bare` on chosen pixels, 0 elsewhere.
    ///
    /// - Parameters:
    ///   - bare: The light without anything that takes it, above 0.
    ///   - isChosen: Whether each pixel is chosen.
    ///   - rows: Rows of the plane to look at; all if not given.
    /// - Returns: A plane of these rows.
    /// - Complexity: O(pixels of the rows).
    package func missing(from bare: BilinearGrid, where isChosen: [Bool], rows: Range<Int>? = nil) -> Plane {
        precondition(isChosen.count == samples.count, "an answer for each pixel")
        let rows = rows ?? 0..<height
        return unsafe .build(width: width, height: rows.count) { target in
            unsafe samples.withUnsafeBufferPointer { samples in
                unsafe isChosen.withUnsafeBufferPointer { chosen in
                    guard let light = samples.baseAddress, let chosen = chosen.baseAddress else { return }
                    unsafe bare.forRows(width: width, rows: rows) { y, row in
                        // Bounded: row y of all of them.
                        let start = y * width
                        unsafe kernels.missingLight(
                            light + start, over: row, where: chosen + start,
                            into: target + (y - rows.lowerBound) * width, width: width)
                    }
                }
            }
        }
    }

    /// Shares of missing light in a byte each, told on chosen pixels against a light of which a share was missing itself:
    /// `(share − offset) / (1 − offset)`.
    ///
    /// - Parameters:
    ///   - offset: The share of the light that was missing, below 1.
    ///   - isChosen: Whether each pixel is chosen.
    ///   - least: What byte 0 stands for.
    ///   - stepsPerUnit: Steps of the bytes.
    /// - Returns: A byte a pixel, the nearest; what lies beyond the bytes' range is brought to its ends.
    /// - Complexity: O(pixels).
    package func bytes(
        rebasedOn offset: BilinearGrid, where isChosen: [Bool], least: Float, stepsPerUnit: Float
    ) -> [UInt8] {
        precondition(isChosen.count == samples.count, "an answer for each pixel")
        let count = samples.count
        return unsafe [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
            filled = count
            unsafe samples.withUnsafeBufferPointer { samples in
                unsafe isChosen.withUnsafeBufferPointer { chosen in
                    guard let source = samples.baseAddress, let chosen = chosen.baseAddress,
                        let target = bytes.baseAddress
                    else { return }
                    unsafe offset.forRows(width: width, rows: 0..<height) { y, row in
                        // Bounded: row y of all of them.
                        unsafe kernels.rebasedBytes(
                            source + y * width, on: row, where: chosen + y * width, least: least,
                            stepsPerUnit: stepsPerUnit, into: target + y * width, width: width)
                    }
                }
            }
        }
    }
}
