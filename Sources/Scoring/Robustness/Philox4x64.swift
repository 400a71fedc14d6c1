/// The counter-based generator Philox-4x64-10.
///
/// A block of four numbers is a function of a key and a counter alone, so that every draw of a simulation has
/// its own numbers whatever thread computes it and in whatever order.
///
/// Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11 (2011).
package struct Philox4x64: Sendable {
  /// Four numbers of 64 bits: a counter or a block.
  package typealias Block = (UInt64, UInt64, UInt64, UInt64)

  private let key: (UInt64, UInt64)

  /// Makes the generator of a key.
  package init(key: (UInt64, UInt64)) { self.key = key }

  /// The block of a counter.
  @inline(__always)
  package func block(_ counter: Block) -> Block {
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

/// The numbers of one draw for one purpose, in order: block 0, 1, … of the counter (block, draw, stream, 0) with
/// the key (seed, 0).
package struct RandomStream {
  /// What numbers are drawn for, so that purposes do not share any.
  package enum Purpose: UInt64, Sendable {
    case weights, measurement, otherWeights, otherMeasurement
  }

  private let philox: Philox4x64
  private let draw: UInt64
  private let purpose: UInt64
  private var next: UInt64 = 0
  private var block: Philox4x64.Block = (0, 0, 0, 0)
  private var used = 4

  /// Starts the stream of a draw, counted from 0.
  @inline(__always)
  package init(seed: UInt64, draw: Int, purpose: Purpose) {
    philox = Philox4x64(key: (seed, 0))
    self.draw = UInt64(truncatingIfNeeded: draw)
    self.purpose = purpose.rawValue
  }

  /// The next 64 bits.
  @inline(__always)
  package mutating func bits() -> UInt64 {
    if used == 4 {
      block = philox.block((next, draw, purpose, 0))
      next &+= 1
      used = 0
    }
    used += 1
    switch used {
    case 1: return block.0
    case 2: return block.1
    case 3: return block.2
    default: return block.3
    }
  }

  /// A number uniform in [0, 1): the 53 upper bits, as a multiple of 2⁻⁵³.
  @inline(__always)
  package mutating func unit() -> Double { Double(Int64(truncatingIfNeeded: bits() >> 11)) * 0x1p-53 }

  /// A number uniform in (0, 1], of which a logarithm can be taken.
  @inline(__always)
  package mutating func positiveUnit() -> Double { unit() + 0x1p-53 }
}
