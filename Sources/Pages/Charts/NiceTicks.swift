internal import Scoring

/// Round values for an axis: steps of 1, 2 or 5 times a power of ten, computed in whole ten-thousandths so that every
/// tick is exact.
struct NiceTicks {
  /// The ticks, ascending, one step apart.
  let values: [ExactDecimal]

  /// The first and the last tick: all data lie between them.
  var domain: Interval {
    Interval(between: values.first ?? .zero, and: values.last ?? .zero)
  }

  /// Ticks around the data, at most `count` + 1 of them and at least two.
  ///
  /// - Parameter limits: the ticks stay within these unless the data exceed them.
  init(covering data: Interval, count: Int = 5, limits: Interval? = nil) {
    let step = NiceTicks.step(for: data.width.tenThousandths, count: max(count, 1))
    var first = NiceTicks.floor(data.lower.tenThousandths, step) * step
    var last = -NiceTicks.floor(-data.upper.tenThousandths, step) * step
    if first == last {
      let mayGoUp = limits.map { last + step <= $0.upper.tenThousandths } ?? true
      if mayGoUp { last += step } else { first -= step }
    }
    values = stride(from: first, through: last, by: Int64.Stride(step)).map {
      ExactDecimal(tenThousandths: $0)
    }
  }

  /// The smallest nice step that covers `width` in `count` steps, one of them lost to rounding outwards.
  private static func step(for width: Int64, count: Int) -> Int64 {
    var power: Int64 = 1
    while power < Int64.max / 100 {
      for factor: Int64 in [1, 2, 5] where power * factor * Int64(max(count - 1, 1)) >= width {
        return power * factor
      }
      power *= 10
    }
    return power
  }

  private static func floor(_ value: Int64, _ step: Int64) -> Int64 {
    value >= 0 ? value / step : -((-value + step - 1) / step)
  }
}
