import TestSupport
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// The sentence of every rule, in both languages.
struct SiteRuleTests {
  private struct Sentence {
    let rule: Rule
    let id: String
    let vi: String
    let en: String

    init(_ rule: Rule, _ id: String, _ vi: String, _ en: String) {
      (self.rule, self.id, self.vi, self.en) = (rule, id, vi, en)
    }
  }

  private let sentences: [Sentence] = [
    Sentence(
      .fileMissing, "site.file-missing", "Thiếu tệp này trong thư mục site.",
      "This file is missing from the site folder."),
    Sentence(.yamlSyntax, "site.yaml-syntax", "YAML ở đây không đọc được.", "The YAML here cannot be read."),
    Sentence(
      .labelMalformed, "site.label-malformed", "Nhãn phải là một cặp “khóa: chữ” và không được để trống.",
      "A label must be a pair “key: text” and must not be empty."),
    Sentence(
      .labelDuplicate("nav.home"), "site.label-duplicate", "Nhãn “nav.home” được khai báo hai lần.",
      "The label “nav.home” is given twice."),
    Sentence(
      .labelOneLanguage("a", has: .vietnamese), "site.label-one-language",
      "Nhãn “a” chỉ có trong tiếng Việt.",
      "The label “a” exists in Vietnamese only."),
    Sentence(
      .labelOneLanguage("a", has: .english), "site.label-one-language", "Nhãn “a” chỉ có trong tiếng Anh.",
      "The label “a” exists in English only."),
    Sentence(
      .labelPlaces("a"), "site.label-places", "Nhãn “a” có các chỗ điền khác nhau ở hai thứ tiếng.",
      "The label “a” has different places to fill in the two languages."),
    Sentence(
      .frontMatterMissing, "site.front-matter-missing",
      "Trang phải mở đầu bằng phần khai báo giữa hai dòng “---”.",
      "The page must open with a header between two lines “---”."),
    Sentence(
      .frontMatterKeyMissing("title"), "site.front-matter-key-missing", "Phần khai báo thiếu “title”.",
      "The header lacks “title”."),
    Sentence(
      .frontMatterKeyUnknown("titel"), "site.front-matter-key-unknown", "Phần khai báo có khóa lạ “titel”.",
      "The header has an unknown key “titel”."),
    Sentence(
      .pathMalformed("/a"), "site.path-malformed", "Đường dẫn “/a” không đúng dạng.",
      "The path “/a” is not of the right form."),
    Sentence(
      .linkMoved("/chi-so/a/", to: "/chi-so/#indicator-a"), "site.link-moved",
      "Trang ở “/chi-so/a/” nay nằm ở “/chi-so/#indicator-a”.",
      "The page at “/chi-so/a/” is now at “/chi-so/#indicator-a”."),
    Sentence(
      .pathTaken("/a/", by: "pages/vi/a.md"), "site.path-taken",
      "Đã có trang khác ở “/a/”: “pages/vi/a.md”.", "Another page is already at “/a/”: “pages/vi/a.md”."),
    Sentence(
      .siteTextUnreadable, "site.unreadable",
      "Không đọc được chữ của tệp này; có thể tệp không theo bảng mã UTF-8.",
      "The text of this file cannot be read; it may not be UTF-8."),
    Sentence(
      .pageOneLanguage("a", has: .vietnamese), "site.page-one-language", "Trang “a” chỉ có bản tiếng Việt.",
      "The page “a” exists in Vietnamese only."),
    Sentence(
      .pageOneLanguage("a", has: .english), "site.page-one-language", "Trang “a” chỉ có bản tiếng Anh.",
      "The page “a” exists in English only."),
    Sentence(
      .pageLimit(.text), "site.page-limit", "Lời của trang dài hơn 200.000 byte.",
      "The text of the page is longer than 200,000 bytes."),
    Sentence(
      .pageLimit(.cells), "site.page-limit",
      "Đến đây các bảng của trang có thể có hơn 5.000 ô, tính số cột nhân số dòng.",
      "Up to here the tables of the page can have more than 5,000 cells, columns times rows."),
    Sentence(
      .pageLimit(.definitions), "site.page-limit",
      "Đến đây trang có hơn 500 chỗ khai báo dạng “[tên]: địa chỉ” hoặc “[^tên]: chú thích”.",
      "Up to here the page has more than 500 definitions “[name]: address” or “[^name]: note”."),
    Sentence(
      .pageLimit(.expansion), "site.page-limit",
      "Đến đây các liên kết dạng “[tên]” có thể trải ra hơn 1.000.000 byte.",
      "Up to here the links “[name]” can expand to more than 1,000,000 bytes."),
    Sentence(
      .pageLimit(.brackets), "site.page-limit", "Đến đây trang có hơn 10.000 dấu “[”.",
      "Up to here the page has more than 10,000 brackets “[”."),
    Sentence(
      .pageLimit(.word), "site.page-limit", "Dòng này có hơn 4.000 byte liền nhau không có dấu cách.",
      "This line has more than 4,000 bytes without a blank between them."),
    Sentence(
      .pageLimit(.declarations), "site.page-limit",
      "Đến đây trang có hơn 10 chỗ “<?”, “<![” hoặc “<!” kèm chữ cái.",
      "Up to here the page has “<?”, “<![” or “<!” with a letter more than 10 times."),
    Sentence(
      .settingUnknown("x"), "site.setting-unknown", "Tệp này không có khóa “x”.", "This file has no key “x”."),
    Sentence(
      .settingMalformed(.baseAddress), "site.setting-malformed",
      "Giá trị của “base_address” không đúng dạng.",
      "The value of “base_address” is not of the right form."),
    Sentence(
      .insertUnknown("x"), "site.insert-unknown", "Không có khối chèn “x”.", "There is no insert “x”."),
    Sentence(
      .layoutMalformed(.tagUnclosed), "site.layout-malformed", "Dấu “{{” ở đây không có dấu đóng “}}”.",
      "The “{{” here is not closed by “}}”."),
    Sentence(
      .layoutMalformed(.nameUnknown("a")), "site.layout-malformed",
      "Khung trang nhắc đến “a”, một tên mà trang không có.", "The layout names “a”, which no page has."),
    Sentence(
      .layoutMalformed(.sectionUnclosed("a")), "site.layout-malformed", "Đoạn “{{#a}}” không kết thúc.",
      "The section “{{#a}}” does not end."),
    Sentence(
      .layoutMalformed(.sectionNotOpen("a")), "site.layout-malformed",
      "“{{/a}}” không khép đoạn nào đang mở.", "“{{/a}}” does not end the section that is open."),
    Sentence(
      .textMissing("a"), "site.text-missing",
      "Trang cần nhãn “a” nhưng nhãn này chưa có hoặc còn chỗ chưa điền.",
      "The page needs the label “a”, which is missing or has a place left unfilled."),
    Sentence(
      .otherLanguage("the of", .vietnamese), "site.other-language",
      "Trang tiếng Việt có chữ của thứ tiếng kia: “the of”.",
      "The Vietnamese page has words of the other language: “the of”."),
    Sentence(
      .otherLanguage("và", .english), "site.other-language",
      "Trang tiếng Anh có chữ của thứ tiếng kia: “và”.",
      "The English page has words of the other language: “và”."),
    Sentence(
      .linkBroken("/a/"), "site.link-broken", "Liên kết “/a/” không dẫn tới đâu.",
      "The link “/a/” leads nowhere."),
    Sentence(
      .otherHost("https://a.vn/b.png"), "site.other-host",
      "Trình duyệt sẽ tự tải “https://a.vn/b.png” từ một máy chủ khác.",
      "Browsers would load “https://a.vn/b.png” from another host by themselves."),
    Sentence(
      .figureUnsourced("/a/#L1"), "site.figure-unsourced", "Con số dẫn tới “/a/#L1” không kèm nguồn.",
      "The figure that leads to “/a/#L1” has no source."),
    Sentence(
      .renderFailed("x"), "site.render-failed", "Không dựng được trang: x.",
      "The page could not be rendered: x."),
  ]

  @Test func everyRuleSaysExactlyThis() {
    for sentence in sentences {
      let finding = sentence.rule.finding(in: "a.md", line: 3, column: 4)
      #expect(finding.rule == sentence.id)
      #expect(finding.message == LocalizedText(vi: sentence.vi, en: sentence.en))
      #expect(finding.severity == .error)
      #expect([finding.file, String(finding.line), String(finding.column)] == ["a.md", "3", "4"])
    }
  }

  /// A new rule must have its sentences here too.
  @Test func everyRuleHasItsSentencesHere() throws {
    let rules = try RuleSources.identifiers().filter { $0.hasPrefix("site.") }
    #expect(Set(sentences.map(\.id)) == rules)
  }

  @Test func everyHintIsASentenceInBothLanguages() {
    for sentence in sentences {
      let hint = sentence.rule.hint
      #expect(hint.vi.hasSuffix(".") && hint.en.hasSuffix(".") && hint.vi != hint.en)
    }
  }
}
