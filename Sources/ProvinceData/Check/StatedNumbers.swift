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
        let end = Self.end(of: bytes, from: place)
        if let value = PrintedDecimal(Self.plain(bytes[place..<end], group)) {
          all.append(Number(value: value, isPercent: Self.isPercent(bytes[end...])))
        }
        place = end
      }
    }
  }

  var percents: [Number] { all.filter(\.isPercent) }

  /// Whether any of the numbers is the value.
  func hold(_ value: ExactDecimal) -> Bool { all.contains { $0.agrees(with: value) } }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// The end of a run of digits with single marks between them.
  private static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let isMark =
        (bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ",")) && end + 1 < bytes.count
        && isDigit(bytes[end + 1])
      guard isDigit(bytes[end]) || isMark else { break }
      end += 1
    }
    return end
  }

  /// The digits with a point before the decimals and no mark between thousands.
  private static func plain(_ digits: Slice<UnsafeBufferPointer<UInt8>>, _ group: UInt8) -> String {
    var plain: [UInt8] = []
    var place = digits.startIndex
    while place < digits.endIndex {
      let byte = digits[place]
      place += 1
      guard !isDigit(byte) else {
        plain.append(byte)
        continue
      }
      let length = digits[place...].prefix(while: isDigit).count
      if byte != group || length != 3 { plain.append(UInt8(ascii: ".")) }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private static func isPercent(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let word = rest.drop { $0 == UInt8(ascii: " ") }
    return ["%", "phần trăm", "percent", "per cent"].contains { word.starts(with: $0.utf8) }
  }
}
