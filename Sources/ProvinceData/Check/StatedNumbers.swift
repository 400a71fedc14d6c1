internal import Scoring
internal import Text

/// The numbers that a sentence gives in digits.
struct StatedNumbers {
  struct Number {
    let value: PrintedDecimal
    let isPercent: Bool

    /// Whether it is the value, within its own rounding.
    func agrees(with other: ExactDecimal) -> Bool {
      let difference = (value.value - other).magnitude.tenThousandths
      return difference * 10 <= value.halfStepHundredThousandths
        || difference == 0
    }
  }

  private(set) var all: [Number] = []

  /// - Parameter language: Vietnamese writes 1.234,5 and English 1,234.5.
  init(in text: String, _ language: Language) {
    let group = UInt8(ascii: language == .vietnamese ? "." : ",")
    var text = text
    text.withUTF8 { bytes in
      var place = 0
      while place < bytes.count {
        guard Self.isDigit(bytes[place]) else {
          place += 1
          continue
        }
        let (value, end) = Self.number(in: bytes, from: place, group)
        if let value { all.append(Number(value: value, isPercent: Self.isPercent(bytes[end...]))) }
        place = end
      }
    }
  }

  var percents: [Number] { all.filter(\.isPercent) }

  /// Whether any of the numbers is the value.
  func hold(_ value: ExactDecimal) -> Bool { all.contains { $0.agrees(with: value) } }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// The number that starts at a digit, nil when it has too many digits or marks, and its end.
  private static func number(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ group: UInt8
  ) -> (value: PrintedDecimal?, end: Int) {
    func isDigitAt(_ place: Int) -> Bool { place < bytes.count && isDigit(bytes[place]) }
    var (end, digits, length) = (start, Int64(0), 0)
    var decimals: Int?
    var isSound = true
    while end < bytes.count {
      let byte = bytes[end]
      if isDigit(byte) {
        (length, decimals) = (length + 1, decimals.map { $0 + 1 })
        if length <= 12 { digits = digits * 10 + Int64(byte - 48) }
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), isDigitAt(end + 1) {
        let isGroup =
          byte == group && isDigitAt(end + 2) && isDigitAt(end + 3) && !isDigitAt(end + 4)
        if decimals != nil { isSound = false } else if !isGroup { decimals = 0 }
      } else {
        break
      }
      end += 1
    }
    let places = decimals ?? 0
    guard isSound, length <= 12, places <= 4 else { return (nil, end) }
    for _ in places..<4 { digits *= 10 }
    return (PrintedDecimal(ExactDecimal(tenThousandths: digits), decimals: places), end)
  }

  private static func isPercent(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let word = rest.drop { $0 == UInt8(ascii: " ") }
    return ["%", "phần trăm", "percent", "per cent"].contains { word.starts(with: $0.utf8) }
  }
}
