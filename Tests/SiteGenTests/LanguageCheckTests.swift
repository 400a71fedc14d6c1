import Scoring
import Testing
import Text

@testable import Pages
@testable import SiteGen

struct LanguageCheckTests {
  private let check = LanguageCheck(
    dataset: Samples.dataset(
      entities: [
        Samples.entity("dak-lak", vi: "Đắk Lắk", en: "Đắk Lắk"),
        Samples.entity(
          "trung-du", vi: "Trung du và miền núi phía Bắc", en: "Northern Midlands and Mountains", .region),
        Samples.entity("ca-nuoc", vi: "Cả nước", en: "The whole of the country", .nation),
      ],
      sources: [
        Samples.source("a", title: "Kế hoạch cải cách hành chính", publisher: "Báo Đắk Lắk"),
        Samples.source("b", title: "The state of reform for the province"),
      ]), allowedNames: ["Thời báo Tài chính Việt Nam"])

  @Test(arguments: [
    ("Vietnamese: điểm thành phần", "điểm thành phần"), ("The result is đạt.", "đạt"), ("và", "và"),
    ("phía nước", "phía nước"), ("Tỉnh Đắk Lắk led", "tỉnh"), ("Sở Nội vụ of Chợ Đồn", "sở nội vụ"),
    ("Chợ đồn", "chợ đồn"), ("Điểm, Đạt", "điểm đạt"),
  ]) func vietnameseOnEnglishPagesIsFound(text: String, words: String) {
    #expect(check.foreignWords(in: ["Fine.", text], of: .english) == words)
  }

  @Test(arguments: [
    "Score of Đắk Lắk", "“Kế hoạch cải cách hành chính” is a plan", "Decision 876/QĐ-BNV",
    "Báo Đắk Lắk, Thời báo Tài chính Việt Nam", "Plain English.", "",
    "Measured in Chợ Đồn and Ba Bể districts", "The report of Nguyễn Văn A", "in Bà Rịa - Vũng Tàu",
  ]) func namesMayStandOnEnglishPages(text: String) {
    #expect(check.foreignWords(in: [text], of: .english) == nil)
  }

  @Test(arguments: [
    ("This is not translated", "this is not"), ("Điểm of the tỉnh", "of the"),
    ("result and score for 2023", "and for"),
  ]) func englishOnVietnamesePagesIsFound(text: String, words: String) {
    #expect(check.foreignWords(in: [text], of: .vietnamese) == words)
  }

  @Test(arguments: [
    "Điểm của Đắk Lắk", "“The state of reform for the province”", "Chỉ số PAR Index, SIPAS và PAPI",
    "Cả nước", "Trung du và miền núi phía Bắc",
  ]) func namesMayStandOnVietnamesePages(text: String) {
    #expect(check.foreignWords(in: [text], of: .vietnamese) == nil)
  }
}
