internal import CDrawKernel

/// The instruction sets for computing draws. All give identical results.
package enum DrawInstructions: Int, CaseIterable, Sendable {
  /// Instructions that every processor has.
  case baseline
  case avx2
  case avx512

  /// Whether this processor supports it.
  package var isSupported: Bool { draw_supports(kind) }

  /// The widest instruction set of this processor.
  package static let best = allCases.last(where: \.isSupported) ?? .baseline

  /// The corresponding constant in C.
  var kind: draw_instructions {
    switch self {
    case .baseline: DRAW_BASELINE
    case .avx2: DRAW_AVX2
    case .avx512: DRAW_AVX512
    }
  }
}
