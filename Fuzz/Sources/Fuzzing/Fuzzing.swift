import Foundation
import LibFuzzer

/// Hands control to libFuzzer, which calls `test` with bytes of its own making until its time is up.
/// A trap or a failed precondition in `test` is a finding.
public func fuzz(_ test: @escaping @Sendable ([UInt8]) -> Void) -> Never {
  Target.test = test
  var count = CommandLine.argc
  var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
  exit(
    LLVMFuzzerRunDriver(&count, &arguments) { start, count in
      Target.test(Array(UnsafeBufferPointer(start: start, count: count)))
      return 0
    })
}

/// What the C function pointer can't carry along.
private enum Target {
  nonisolated(unsafe) static var test: @Sendable ([UInt8]) -> Void = { _ in }
}
