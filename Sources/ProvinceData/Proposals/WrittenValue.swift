internal import Text

/// What a value that cannot be read was probably meant to say.
enum WrittenValue: Hashable {
  /// The text to write instead; two where the value can be read in two ways.
  case texts([String])
  /// Nothing is known, so nothing is to be written.
  case nothing

  /// The text with full-width digits and signs as ASCII ones, and unusual spaces and dashes as usual ones.
  static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: plain.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x2212, 0x2010...0x2013: plain.append("-")
      case 0xA0, 0x2007, 0x202F, 0x3000: plain.append(" ")
      default: plain.append(scalar)
      }
    }
    return String(plain).lowercased()
  }

  /// Whether a text is an error of a spreadsheet or a word for what is not known; takes it as `plain` gives it.
  static func isFiller(_ plain: String) -> Bool {
    let isError = plain.hasPrefix("#") && !plain.dropFirst().contains { $0.isWholeNumber && $0 != "0" }
    let hasNoLetter = plain.allSatisfy { "-—?.…/_*".contains($0) }
    return isError || hasNoLetter || fillers.contains(plain)
  }

  private static let fillers: Set<String> = [
    "n/a", "na", "n.a.", "nan", "null", "nil", "none", "unknown", "tbd", "không có", "khong co", "không",
    "chưa có", "chưa rõ", "không rõ", "chưa biết", "không biết", "không áp dụng", "không có số liệu",
    "chưa có số liệu", "trống",
  ]

  /// What to do, as half a sentence.
  var advice: LocalizedText {
    switch self {
    case .texts(let texts):
      LocalizedText(
        vi: "Viết " + texts.joined(separator: " hoặc "), en: "Write " + texts.joined(separator: " or "))
    case .nothing:
      LocalizedText(
        vi: "Điều chưa biết thì để trống: xóa chữ trong ô này (trong tệp YAML: xóa cả dòng)",
        en: "Leave out what is not known: clear the cell (in a YAML file: delete the line)")
    }
  }
}
