internal import Foundation

extension RandomStream {
  /// An exponential deviate with mean 1, not below 0: −log u.
  package mutating func exponential() -> Double { -log(positiveUnit()) }

  /// A standard normal deviate, by the polar method, which gives two at a time.
  ///
  /// Marsaglia and Bray, "A convenient method for generating normal variables", SIAM Review 6 (1964).
  package mutating func normal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    while true {
      let first = 2 * unit() - 1
      let second = 2 * unit() - 1
      let square = first * first + second * second
      if square > 0, square < 1 {
        let factor = (-2 * log(square) / square).squareRoot()
        spareNormal = second * factor
        return first * factor
      }
    }
  }

  /// A gamma deviate with scale 1 and a shape of at least 1.
  ///
  /// Marsaglia and Tsang, "A simple method for generating gamma variables", ACM Transactions on Mathematical Software
  /// 26 (2000).
  package mutating func gamma(shape: Double) -> Double {
    let reduced = shape - 1 / 3.0
    let spread = 1 / (9 * reduced).squareRoot()
    while true {
      let deviate = normal()
      let root = 1 + spread * deviate
      guard root > 0 else { continue }
      let cube = root * root * root
      let uniform = positiveUnit()
      let square = deviate * deviate
      if uniform < 1 - 0.0331 * square * square { return reduced * cube }
      if log(uniform) < square / 2 + reduced * (1 - cube + log(cube)) { return reduced * cube }
    }
  }

  /// The logarithm of a gamma deviate with scale 1 and any shape above 0.
  ///
  /// Below shape 1 it uses G(shape) = G(shape + 1) u^(1 ÷ shape) from the same paper. For small shapes that product
  /// would underflow, but its logarithm does not.
  package mutating func logarithmOfGamma(shape: Double) -> Double {
    if shape >= 1 { return log(gamma(shape: shape)) }
    return log(gamma(shape: shape + 1)) + log(positiveUnit()) / shape
  }
}
