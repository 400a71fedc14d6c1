/// Rules about words and the characters in them.
extension Rule {
  static let textNotNFC = Rule(
    "text.not-nfc", .warning,
    vi: "Dấu tiếng Việt từ chỗ này được gõ tách rời khỏi chữ cái (không theo NFC).",
    en: "From here on accents are typed apart from their letters (not NFC).",
    hintVi: "Chọn bảng mã “Unicode dựng sẵn” trong bộ gõ; trang web tự ghép lại khi dựng.",
    hintEn: "Choose precomposed Unicode in the keyboard driver; the site joins them when it is built.")

  package static func textOneLanguage(missing: Language) -> Rule {
    Rule(
      "text.one-language", vi: "Thiếu câu tiếng \(missing == .vietnamese ? "Việt" : "Anh").",
      en: "The \(missing == .vietnamese ? "Vietnamese" : "English") text is missing.",
      hintVi: "Câu nào cũng cần đủ hai thứ tiếng: vi và en.",
      hintEn: "Every text is needed in both languages: vi and en.")
  }

  static let textStrayWhitespace = Rule(
    "text.stray-whitespace", .warning, vi: "Có dấu cách thừa hoặc ký tự trắng lạ ở đây.",
    en: "There is a stray space or an unusual blank here.",
    hintVi: "Hãy xóa; giữa hai chữ chỉ có một dấu cách, đầu và cuối không có.",
    hintEn: "Delete it; one space between words and none at the ends.")

  /// A character that no file may have.
  static func textHidden(_ hidden: HiddenCharacter, _ scalar: Unicode.Scalar) -> Rule {
    switch hidden {
    case .control: textControlCharacter(scalar)
    case .bidirectional: textBidirectional(scalar)
    case .zeroWidth: textZeroWidth(scalar)
    }
  }

  private static func textControlCharacter(_ scalar: Unicode.Scalar) -> Rule {
    Rule(
      "text.control-character",
      vi: "Có ký tự điều khiển không in được (\(HiddenCharacter.name(of: scalar))) ở đây.",
      en: "There is an unprintable control character (\(HiddenCharacter.name(of: scalar))) here.",
      hintVi: "Hãy xóa ký tự ấy hoặc gõ lại ô này.", hintEn: "Delete it or type the value again.")
  }

  private static func textBidirectional(_ scalar: Unicode.Scalar) -> Rule {
    Rule(
      "text.bidirectional",
      vi:
        "Ở đây có ký tự ẩn \(HiddenCharacter.name(of: scalar)), làm chữ hiện ra theo thứ tự khác với khi lưu.",
      en:
        "Here is the hidden character \(HiddenCharacter.name(of: scalar)), which shows text in another order than it is saved.",
      hintVi: "Hãy xóa ký tự ấy, hoặc gõ lại cả câu thay vì dán từ nơi khác.",
      hintEn: "Delete it, or type the text again instead of pasting it.")
  }

  private static func textZeroWidth(_ scalar: Unicode.Scalar) -> Rule {
    Rule(
      "text.zero-width",
      vi: "Ở đây có ký tự ẩn \(HiddenCharacter.name(of: scalar)), không chiếm chỗ nên mắt không thấy.",
      en:
        "Here is the hidden character \(HiddenCharacter.name(of: scalar)), which takes no room and cannot be seen.",
      hintVi: "Hãy xóa ký tự ấy, hoặc gõ lại cả câu thay vì dán từ nơi khác.",
      hintEn: "Delete it, or type the text again instead of pasting it.")
  }
}
