import TestSupport
import Testing
import Text

@testable import parindex

struct FolderRuleTests {
  private struct Failed: Error, CustomStringConvertible { let description = "x" }

  private let sentences: [(rule: Rule, id: String, vi: String, en: String)] = [
    (.folderMissing("D"), "folder.missing", "Không có thư mục dữ liệu “D”.", "There is no data folder 'D'."),
    (.fileUnreadable("D/a"), "file.unreadable", "Không đọc được D/a.", "D/a cannot be read."),
    (.exampleFileMissing("E/a"), "file.missing", "Không có tệp “E/a”.", "There is no file 'E/a'."),
    (.buildFailed(Failed()), "build.failed", "Không dựng được trang: x", "The site cannot be built: x"),
    (
      .toolMissing("t", option: "o", LocalizedText(vi: "c", en: "d")), "tool.missing",
      "Không thấy chương trình t trên máy này; trang được dựng không có phần “o”.",
      "There is no program t on this machine; the site is built without the part 'o'."
    ),
    (
      .toolFailed("t", .failed(code: 2, "x")), "tool.failed",
      "t không làm xong phần việc: kết thúc với mã 2 (x). Trang cũ được giữ nguyên.",
      "t did not do its part: it ended with code 2 (x). The previous site stays."
    ),
  ]

  @Test func everyRuleOfTheCommandSaysExactlyThis() throws {
    for sentence in sentences {
      let finding = sentence.rule.finding(in: "D")
      #expect(
        finding.rule == sentence.id && (finding.severity == .warning) == (sentence.id == "tool.missing"))
      #expect(finding.message == LocalizedText(vi: sentence.vi, en: sentence.en))
    }
    let rules = try RuleSources.identifiers { $0 == "parindex" }
    #expect(Set(sentences.map(\.id)) == rules)
  }
}
