/// The random numbers of one draw for one purpose, in order: block 0, 1, … of the counter (block, draw, purpose, 0)
/// with the key (seed, 0).
package struct RandomStream {
  /// The uses of random numbers; each has its own stream.
  package enum Purpose: UInt64, Sendable {
    case weights, measurement, otherWeights, otherMeasurement
  }

  private let philox: Philox4x64
  private let draw: UInt64
  private let purpose: UInt64
  private var next: UInt64 = 0
  private var block: Philox4x64.RandomBlock = (0, 0, 0, 0)
  private var used = 4
  /// The second of two normal deviates, until it is used.
  var spareNormal: Double?

  /// Starts the stream of a draw, 0-based.
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
  package mutating func unit() -> Double { Self.unit(bits()) }

  /// A number uniform in (0, 1], so that its logarithm exists.
  @inline(__always)
  package mutating func positiveUnit() -> Double { Self.positiveUnit(bits()) }

  @inline(__always)
  static func unit(_ bits: UInt64) -> Double { Double(Int64(truncatingIfNeeded: bits >> 11)) * 0x1p-53 }

  @inline(__always)
  static func positiveUnit(_ bits: UInt64) -> Double { unit(bits) + 0x1p-53 }
}
