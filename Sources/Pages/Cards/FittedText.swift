/// A text in lines at the largest size at which it fits into a box. It is never cut: a long text becomes smaller.
struct FittedText {
  let lines: [String]
  let size: Double
  let isBold: Bool

  /// The distance of two base lines.
  var lineHeight: Double { (size * 1.24).rounded() }
  var height: Double { lineHeight * Double(lines.count) }
  /// The width of the longest line.
  var width: Double { lines.map { CardFont.width($0, size: size, isBold: isBold) }.max() ?? 0 }

  /// Below this size nobody reads a card; a text that needs less is drawn larger than its box.
  private static let smallest = 10.0

  /// - Parameters:
  ///   - width: the width of the box.
  ///   - height: its height.
  ///   - largest: the size of a text that is short enough.
  ///   - mostLines: how many lines there may be.
  init(
    _ text: String, width: Double, height: Double = .infinity, largest: Double, mostLines: Int,
    isBold: Bool = false
  ) {
    self.isBold = isBold
    var size = largest
    while true {
      let lines = TextMeasure.wrap(text, maximum: width) { CardFont.width($0, size: size, isBold: isBold) }
      let widest = lines.map { CardFont.width($0, size: size, isBold: isBold) }.max() ?? 0
      let fits =
        widest <= width && lines.count <= mostLines && Double(lines.count) * (size * 1.24).rounded() <= height
      if fits || size <= Self.smallest {
        (self.lines, self.size) = (lines, size)
        return
      }
      size -= size > 40 ? 2 : 1
    }
  }
}
