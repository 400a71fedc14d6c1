internal import CDrawKernel

/// One number of each of eight consecutive draws, which are computed side by side.
typealias DrawRow = SIMD8<Double>
/// Some of eight consecutive draws.
typealias DrawMask = SIMDMask<SIMD8<Int64>>

extension DrawRow {
  /// How many draws there are in a row.
  static var draws: Int { DRAW_LANES }
}
