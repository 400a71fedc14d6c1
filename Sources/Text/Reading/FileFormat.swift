/// A format that is not a text of data, although the name of a file promises one.
package enum FileFormat: CaseIterable, Sendable {
  case workbook, oldWorkbook, webPage, utf16, pdf, compressed

  /// The format that the first bytes of a file show; nil when they show none of these.
  init?(_ bytes: [UInt8]) {
    func starts(_ signature: [UInt8]) -> Bool { bytes.starts(with: signature) }
    if starts([0x50, 0x4B, 0x03, 0x04]) {
      self = .workbook
    } else if starts([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .oldWorkbook
    } else if starts([0xFF, 0xFE]) || starts([0xFE, 0xFF]) || Self.alternates(bytes.prefix(64)) {
      self = .utf16
    } else if starts(Array("%PDF-".utf8)) {
      self = .pdf
    } else if starts([0x1F, 0x8B]) {
      self = .compressed
    } else if Self.isWebPage(bytes) {
      self = .webPage
    } else {
      return nil
    }
  }

  /// Whether every second byte is zero, as in ASCII letters of two bytes each.
  private static func alternates(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 8 else { return false }
    let zeros = bytes.indices.filter { bytes[$0] == 0 }
    return zeros.count * 2 >= bytes.count - 1 && Set(zeros.map { $0 % 2 }).count == 1
  }

  private static func isWebPage(_ bytes: [UInt8]) -> Bool {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let start = String(decoding: text.prefix(512), as: UTF8.self).drop(while: \.isWhitespace).lowercased()
    return ["<!doctype html", "<html", "<table", "<?xml", "<meta"].contains(where: start.hasPrefix)
  }

  var name: LocalizedText {
    switch self {
    case .workbook:
      LocalizedText(
        vi: "một bảng tính (xlsx, ods) hoặc tệp nén zip", en: "a workbook (xlsx, ods) or another zip archive")
    case .oldWorkbook:
      LocalizedText(vi: "một bảng tính Excel kiểu cũ (xls)", en: "an old Excel workbook (xls)")
    case .webPage: LocalizedText(vi: "một trang web (HTML, XML)", en: "a web page (HTML, XML)")
    case .utf16: LocalizedText(vi: "văn bản theo bảng mã UTF-16", en: "text in UTF-16")
    case .pdf: LocalizedText(vi: "một tài liệu PDF", en: "a PDF document")
    case .compressed: LocalizedText(vi: "một tệp nén", en: "a compressed file")
    }
  }
}
