import Testing
import Text

@testable import ProvinceData
@testable import Scoring

struct HintTests {
  @Test(
    "numbers as people write them",
    arguments: [
      ("99,25%", ["99.25"]), ("1.234.567", ["1234567"]), ("1 234 567", ["1234567"]), ("1,234.5", ["1234.5"]),
      ("-1.234,5", ["-1234.5"]), ("１２", ["12"]), (",5", ["0.5"]), ("Năm 2024", ["2024"]),
      ("95 điểm", ["95"]), ("1,234 tỷ đồng", ["1.234", "1234"]),
    ]) func numbers(text: String, values: [String])
  {
    #expect(WrittenNumber.meaning(of: text) == .texts(values))
  }

  @Test(arguments: ["#REF!", "#N/A", "N/A", "-", "–", "…", "không có", "#####"]) func fillers(text: String) {
    #expect(WrittenNumber.meaning(of: text) == .nothing)
    #expect(WrittenDate.meaning(of: text) == .nothing)
  }

  @Test(arguments: ["=9+1", "trên 98", "1,2 triệu", "12-15", "1.2.3", "%", "99 98"])
  func nothingIsGuessed(text: String) { #expect(WrittenNumber.meaning(of: text) == nil) }

  @Test(arguments: [
    ("31/12/2024", "2024-12-31"), ("1-2-2024", "2024-02-01"), ("45657", "2024-12-31"),
    ("32874", "1990-01-01"),
    ("Dec-24", "2024-12"), ("12/2024", "2024-12"), ("31-Dec-24", "2024-12-31"),
    ("2024-12-31T00:00:00", "2024-12-31"),
    ("Tháng 12 năm 2024", "2024-12"), ("2024/3", "2024-03"),
  ]) func dates(text: String, date: String) { #expect(WrittenDate.meaning(of: text) == .texts([date])) }

  @Test(arguments: ["31/13/2024", "30/2/2024", "quý IV", "hôm qua", "99999", "1/2"])
  func noDateIsGuessed(text: String) { #expect(WrittenDate.meaning(of: text) == nil) }

  @Test("every word of a table and of a plan has a meaning") func words() {
    func words(_ shape: Shape) -> [String] {
      switch shape {
      case .word(let words): words
      case .list(let item), .byComponent(let item): words(item)
      case .mapping(let mapping): mapping.keys.flatMap { words($0.shape) }
      default: []
      }
    }
    for kind in FileKind.allCases {
      for key in (kind.columns ?? []) + (kind.mapping?.keys ?? []) {
        let allowed = words(key.shape)
        for word in allowed {
          #expect(WordMeaning.meanings[word] != nil, "\(word)")
        }
      }
    }
  }
}
