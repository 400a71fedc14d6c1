import Testing
import Text

@testable import Pages
@testable import SiteGen

struct LabelsTests {
  private let labels = Labels(
    language: .english,
    texts: ["plain": "Text", "one": "{count} targets", "two": "{a} of {b}, {a}", "odd": "a { b", "set": "{}"])

  private func missing(_ key: String) -> String { "\u{27E6}\(key)\u{27E7}" }

  @Test func placesAreFilled() {
    #expect(labels.text("plain") == "Text")
    #expect(labels.text("one", ["count": "12"]) == "12 targets")
    #expect(labels.text("two", ["a": "1", "b": "2"]) == "1 of 2, 1")
    #expect(labels.text("plain", ["unused": "x"]) == "Text")
  }

  @Test func whatIsMissingIsMarked() {
    #expect(labels.text("none") == missing("none"))
    #expect(labels.text("one") == missing("one"))
    #expect(labels.text("two", ["a": "1"]) == missing("two"))
    #expect(labels.text("odd") == missing("odd") && labels.text("set") == missing("set"))
  }

  @Test func valuesAreTakenAsTheyAre() {
    for _ in 0..<20 {
      // Braces in a value are neither placeholders nor unfilled ones.
      #expect(labels.text("two", ["a": "{b}", "b": "{a}"]) == "{b} of {a}, {b}")
    }
    #expect(labels.text("one", ["count": "{"]) == "{ targets")
  }
}
