/// How a picture's stored rows lie in the upright photo, as EXIF numbers it (CIPA DC-008, Orientation).
package struct PhotoOrientation: Sendable, Equatable {
    /// 1…8, as in EXIF.
    package let number: Int

    /// Makes an orientation; any number outside 1…8 means 1, upright as stored.
    package init(_ number: Int) {
        self.number = (1...8).contains(number) ? number : 1
    }

    /// Whether rows become columns.
    package var swapsSides: Bool { number >= 5 }

    /// The size of the upright photo.
    package func uprightSize(width: Int, height: Int) -> (width: Int, height: Int) {
        swapsSides ? (height, width) : (width, height)
    }

    /// Where stored pixels go in an upright plane: pixel (x, y) to index `origin + x · right + y · down`.
    package func placement(width: Int, height: Int) -> (origin: Int, right: Int, down: Int) {
        let last = width * height - 1
        switch number {
        case 2: return (width - 1, -1, width)
        case 3: return (last, -1, -width)
        case 4: return (width * (height - 1), 1, -width)
        case 5: return (0, height, 1)
        case 6: return (height - 1, height, -1)
        case 7: return (last, -height, -1)
        case 8: return (height * (width - 1), -height, 1)
        default: return (0, 1, width)
        }
    }
}
