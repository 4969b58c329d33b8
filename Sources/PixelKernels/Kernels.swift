import KernelTable

/// The kernels as this module's instruction set runs them.
package enum Kernels: KernelSet {}
