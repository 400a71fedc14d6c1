internal import Text

/// Rules about the programs of others that `build --with` runs.
extension Rule {
  static func toolMissing(_ name: String, option: String, _ installation: LocalizedText) -> Rule {
    Rule(
      "tool.missing", .warning,
      vi: "Không thấy chương trình \(name) trên máy này; trang được dựng không có phần “\(option)”.",
      en: "There is no program \(name) on this machine; the site is built without the part '\(option)'.",
      hintVi: installation.vi, hintEn: installation.en)
  }

  static func toolFailed(_ name: String, _ fault: ToolFault) -> Rule {
    let reason = fault.reason
    return Rule(
      "tool.failed", vi: "\(name) không làm xong phần việc: \(reason.vi). Trang cũ được giữ nguyên.",
      en: "\(name) did not do its part: \(reason.en). The previous site stays.",
      hintVi: "Chạy lại không có --with thì trang được dựng mà không có phần ấy.",
      hintEn: "Without --with the site is built without this part.")
  }
}

extension ToolFault {
  fileprivate var reason: LocalizedText {
    switch self {
    case .unusable(let words): LocalizedText(vi: words, en: words)
    case .failed(let code, let words):
      LocalizedText(
        vi: "kết thúc với mã \(code)" + (words.isEmpty ? "" : " (\(words))"),
        en: "it ended with code \(code)" + (words.isEmpty ? "" : " (\(words))"))
    case .slow: LocalizedText(vi: "chạy quá lâu", en: "it took too long")
    case .incomplete(let file):
      LocalizedText(vi: "tệp \(file) thiếu hoặc hỏng", en: "the file \(file) is missing or damaged")
    case .stopped: LocalizedText(vi: "lệnh bị dừng", en: "the command was stopped")
    }
  }
}
