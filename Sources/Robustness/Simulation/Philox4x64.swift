/// The counter-based random number generator Philox-4x64-10.
///
/// A block of four numbers depends only on a key and a counter. So every draw of a simulation has its own numbers,
/// whichever thread computes it and in whichever order.
///
/// Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11 (2011).
package struct Philox4x64: Sendable {
  /// Four 64-bit numbers: a counter or a block.
  package typealias RandomBlock = (UInt64, UInt64, UInt64, UInt64)

  private let key: (UInt64, UInt64)

  package init(key: (UInt64, UInt64)) { self.key = key }

  /// The block for a counter.
  @inline(__always)
  package func block(_ counter: RandomBlock) -> RandomBlock {
    var block = counter
    var (first, second) = key
    for _ in 0..<10 {
      let even = block.0.multipliedFullWidth(by: 0xD2E7_470E_E14C_6C93)
      let odd = block.2.multipliedFullWidth(by: 0xCA5A_8263_9512_1157)
      block = (odd.high ^ block.1 ^ first, odd.low, even.high ^ block.3 ^ second, even.low)
      first &+= 0x9E37_79B9_7F4A_7C15
      second &+= 0xBB67_AE85_84CA_A73B
    }
    return block
  }
}
