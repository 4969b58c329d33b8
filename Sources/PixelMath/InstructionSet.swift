import CProcessor
import KernelTable
import PixelKernels

#if arch(x86_64)
    import PixelKernelsAVX2
    import PixelKernelsAVX512
#endif

/// An instruction set that the kernels are compiled for; the raw value is what `SCALPLINE_ISA` calls it.
public enum InstructionSet: String, Sendable, CaseIterable {
    /// What every processor of the architecture has: SSE2 or NEON.
    case baseline
    /// AVX2.
    case avx2
    /// AVX-512 F, BW, DQ and VL.
    case avx512

    /// The environment's name for a choice.
    public static let variable = "SCALPLINE_ISA"

    /// What `SCALPLINE_ISA` says, or nil where it says nothing.
    public static var wished: String? {
        // The environment is not changed while this is read.
        guard let value = unsafe slc_environment(variable), unsafe value.pointee != 0 else { return nil }
        return unsafe String(cString: value)
    }

    /// The widest that the processor runs.
    public static let widest: InstructionSet =
        switch slc_widest_instruction_set() {
        case 2: .avx512
        case 1: .avx2
        default: .baseline
        }

    /// Those that the processor runs, the narrowest first.
    public static var runnable: [InstructionSet] { allCases.filter { $0.order <= widest.order } }

    /// The one in use: what `SCALPLINE_ISA` names if the processor runs it, else the widest.
    public static let chosen: InstructionSet = {
        guard let named = wished.flatMap({ InstructionSet(rawValue: $0) }), runnable.contains(named) else {
            return widest
        }
        return named
    }()

    private var order: Int {
        switch self {
        case .baseline: 0
        case .avx2: 1
        case .avx512: 2
        }
    }

    /// The kernels compiled for it.
    package var kernels: any KernelSet.Type {
        #if arch(x86_64)
            switch self {
            case .baseline: PixelKernels.Kernels.self
            case .avx2: PixelKernelsAVX2.Kernels.self
            case .avx512: PixelKernelsAVX512.Kernels.self
            }
        #else
            PixelKernels.Kernels.self
        #endif
    }
}

/// The kernels in use.
package let kernels: any KernelSet.Type = InstructionSet.chosen.kernels
