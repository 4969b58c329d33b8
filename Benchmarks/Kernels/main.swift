import Foundation
import PixelMath

// Times of all kernels beside what the machine allows, as Markdown: kernel-bench [NAME [COLUMNS]], those whose name
// contains NAME, on rows of 4,000 pixels or of COLUMNS.

let words = CommandLine.arguments.dropFirst()
let wanted = words.first ?? ""
let columns = words.dropFirst().first.flatMap { Int($0) } ?? 4_000
let samples = 12_000_000
let side = BenchPlanes.patchSide
let planes = BenchPlanes(width: columns, height: samples / columns / side * side)
let cases = (KernelCase.rows + KernelCase.lines + KernelCase.patches)
    .filter { wanted.isEmpty || $0.name.localizedCaseInsensitiveContains(wanted) }
let shownSizes = [KernelPage.cachedBytes, 24_000_000, 96_000_000, 192_000_000]
let largest = (shownSizes + cases.map { $0.held * planes.width * planes.height }).max() ?? 0
var page = KernelPage(
    limits: MachineLimits(largest: largest), planes: planes)

let choice = (wanted.isEmpty ? "" : " KERNEL=\(wanted)") + (columns == 4_000 ? "" : " COLUMNS=\(columns)")
print(page.opening(command: "make bench-kernels" + choice))
print(
    "## In the second-level cache\n\nThe working set has about 512 KiB, and beside it the rows around that a blur reads: 1.3 MB with sigma 8.\n"
)
print(page.table(cases, isCached: true))
print(
    "## In memory\n\nPlanes have 12 million samples. Those of 1 and 2 bytes may lie in a large third-level cache in part.\n"
)
print(page.table(cases, isCached: false))
print("## Bandwidth\n")
print(page.bandwidths(shownSizes))
