package import SyntaxKernels

/// The arithmetic for one instruction set, as Swift calls it.
///
/// All pointers must have room for what the C header of SyntaxKernels says; all the memory that is
/// passed here comes from `Floats`, whose rows are padded for that.
@safe
package struct Kernels: Sendable {
  package nonisolated(unsafe) let table: UnsafePointer<SyntaxKernels>

  /// The kernels that this machine can run, the fastest first.
  package static let available: [Kernels] = {
    var found: [Kernels] = []
    while let next = unsafe syntax_kernels(Int32(found.count)) {
      unsafe found.append(Kernels(table: next))
    }
    return found
  }()

  /// The instruction set.
  package var name: String { unsafe String(cString: table.pointee.name) }

  /// A width rounded up to whole panels, so that a row has room for what `multiply` writes.
  static func padded(_ width: Int) -> Int {
    (width + Int(SYNTAX_PANEL) - 1) / Int(SYNTAX_PANEL) * Int(SYNTAX_PANEL)
  }

  /// The widths that the elementwise kernels take are multiples of this.
  static let lanes = Int(SYNTAX_LANES)
}
