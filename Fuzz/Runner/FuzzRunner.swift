internal import Foundation
internal import FuzzTargets

/// Called by libFuzzer with each input. The variable `FUZZ_TARGET` says what is tried.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"], let target = FuzzTarget(rawValue: name)
  else {
    print("FUZZ_TARGET has to be one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")).")
    exit(64)
  }
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  if let fault = target.fault(of: input) {
    print("\(name): \(fault)")
    // libFuzzer keeps the input of an aborted run.
    abort()
  }
  return 0
}
