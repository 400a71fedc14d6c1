/// A generator with a fixed seed (SplitMix64), so that generated cases are the same in every run.
package struct Random: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A decimal with at most `places` decimals between two whole numbers, ends included.
  package mutating func decimal(from low: Int, to high: Int, places: Int = 2) -> PrintedValue {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    return PrintedValue(units: Int.random(in: low * scale...high * scale, using: &self), places: places)
  }
}

/// A decimal as a count of units in its last place.
package struct PrintedValue {
  package let units: Int
  package let places: Int

  package var text: String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    guard places > 0 else { return String(units) }
    let fraction = String(scale + units.magnitudeInt % scale).dropFirst()
    return "\(units < 0 ? "-" : "")\(units.magnitudeInt / scale).\(fraction)"
  }
}

extension Int {
  package var magnitudeInt: Int { self < 0 ? -self : self }
}
