internal import CDrawKernel

/// What a processor computes draws with. The numbers are the same with any.
package enum DrawInstructions: Int, CaseIterable, Sendable {
  /// What every processor has.
  case baseline
  /// AVX2 of x86-64.
  case avx2
  /// AVX-512 of x86-64.
  case avx512

  /// Whether this processor has them.
  package var isSupported: Bool { draw_supports(kind) }

  /// The widest that this processor has.
  package static let best = allCases.last(where: \.isSupported) ?? .baseline

  /// The name in C.
  var kind: draw_instructions {
    switch self {
    case .baseline: DRAW_BASELINE
    case .avx2: DRAW_AVX2
    case .avx512: DRAW_AVX512
    }
  }
}
