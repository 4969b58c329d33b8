/// Writes values as bytes that give the same values back, to the bit.
package struct StoredBytes {
    /// What has been written.
    package private(set) var bytes: [UInt8] = []

    /// Begins without bytes.
    package init() {}

    /// Writes a whole number in eight bytes, the least first.
    package mutating func put(_ value: Int) { put(UInt64(bitPattern: Int64(value))) }

    /// Writes a number by its bits.
    package mutating func put(_ value: Double) { put(value.bitPattern) }

    /// Writes a number that may be missing.
    package mutating func put(_ value: Double?) {
        bytes.append(value == nil ? 0 : 1)
        if let value { put(value) }
    }

    /// Writes a whole number that may be missing.
    package mutating func put(_ value: Int?) {
        bytes.append(value == nil ? 0 : 1)
        if let value { put(value) }
    }

    /// Writes a text.
    package mutating func put(_ text: String) { put(Array(text.utf8)) }

    /// Writes bytes.
    package mutating func put(_ values: [UInt8]) {
        put(values.count)
        bytes += values
    }

    /// Writes numbers.
    package mutating func put(_ values: [Double]) {
        put(values.count)
        for value in values { put(value) }
    }

    /// Writes a list, each member by `each`.
    package mutating func put<Member>(_ members: [Member], each: (inout StoredBytes, Member) -> Void) {
        put(members.count)
        for member in members { each(&self, member) }
    }

    private mutating func put(_ bits: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    }
}

/// Reads what ``StoredBytes`` has written; what does not fit is told once, by ``isWhole``.
package struct StoredBytesReader {
    private let bytes: [UInt8]
    private var place = 0
    private var isBroken = false

    /// Reads some bytes.
    ///
    /// - Parameter bytes: What was written.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether all that was read was there, and nothing is left.
    package var isWhole: Bool { !isBroken && place == bytes.count }

    /// Reads a whole number; 0 where there is none.
    package mutating func int() -> Int { Int(Int64(bitPattern: bits())) }

    /// Reads a number; 0 where there is none.
    package mutating func double() -> Double { Double(bitPattern: bits()) }

    /// Reads a number that may be missing.
    package mutating func maybeDouble() -> Double? { byte() == 0 ? nil : double() }

    /// Reads a whole number that may be missing.
    package mutating func maybeInt() -> Int? { byte() == 0 ? nil : int() }

    /// Reads a text.
    package mutating func text() -> String { String(decoding: data(), as: UTF8.self) }

    /// Reads bytes.
    package mutating func data() -> [UInt8] {
        let count = count(ofBytes: 1)
        defer { place += count }
        return Array(bytes[place..<place + count])
    }

    /// Reads numbers.
    package mutating func doubles() -> [Double] { (0..<count(ofBytes: 8)).map { _ in double() } }

    /// Reads a list.
    ///
    /// - Parameters:
    ///   - least: Bytes that each member has at least, so that a broken count asks for no memory.
    ///   - each: Reads a member.
    /// - Returns: The members.
    package mutating func list<Member>(
        least: Int, each: (inout StoredBytesReader) -> Member
    ) -> [Member] {
        (0..<count(ofBytes: least)).map { _ in each(&self) }
    }

    /// Tells that what was read makes no sense.
    package mutating func fail() { isBroken = true }

    private mutating func count(ofBytes size: Int) -> Int {
        let count = int()
        guard count >= 0, count <= (bytes.count - place) / size else {
            isBroken = true
            return 0
        }
        return count
    }

    private mutating func byte() -> UInt8 {
        guard place < bytes.count else {
            isBroken = true
            return 0
        }
        defer { place += 1 }
        return bytes[place]
    }

    private mutating func bits() -> UInt64 {
        guard bytes.count - place >= 8 else {
            isBroken = true
            place = bytes.count
            return 0
        }
        var bits: UInt64 = 0
        for index in 0..<8 { bits |= UInt64(bytes[place + index]) << (8 * index) }
        place += 8
        return bits
    }
}
