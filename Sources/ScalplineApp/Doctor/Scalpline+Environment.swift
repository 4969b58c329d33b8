import PixelMath

extension Scalpline {
    /// What is wrong about `SCALPLINE_ISA` and how to mend it, or nil where it is unset, empty or names an instruction set
    /// that this processor runs.
    public static var environmentFault: String? {
        environmentFault(wished: InstructionSet.wished, runnable: InstructionSet.runnable)
    }

    /// The same of a wish on some processor.
    ///
    /// - Parameters:
    ///   - wished: What the environment says, or nil.
    ///   - runnable: What the processor runs.
    /// - Returns: The fault, or nil.
    package static func environmentFault(wished: String?, runnable: [InstructionSet]) -> String? {
        guard let wished, !runnable.contains(where: { $0.rawValue == wished }) else { return nil }
        let choice = runnable.map(\.rawValue).joined(separator: ", ")
        let problem =
            InstructionSet(rawValue: wished) == nil
            ? "is no instruction set" : "is an instruction set that this processor does not run"
        return
            "\(InstructionSet.variable)=\(wished) \(problem): leave it unset, or set it to one of \(choice)."
    }
}
