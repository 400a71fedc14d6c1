internal import CDrawKernel

/// One number for each of eight consecutive draws, which are computed in parallel lanes.
typealias DrawRow = SIMD8<Double>
/// A subset of eight consecutive draws.
typealias DrawMask = SIMDMask<SIMD8<Int64>>

extension DrawRow {
  /// The number of draws in a row.
  static var draws: Int { DRAW_LANES }
}
