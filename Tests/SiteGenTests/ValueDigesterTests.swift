import Testing

@testable import Pages

/// Different values have different digests.
struct ValueDigesterTests {
  private struct Inner: Encodable {
    var number: Int?
    var note: String?
  }

  private struct Outer: Encodable {
    var inner: Inner
    var note: String?
    var list: [String] = []
    var others: [Inner] = []
  }

  private enum Choice: Encodable {
    case none
    case one(String)
    case two(first: String?, second: String?)
  }

  @Test func membersDoNotPassForOneAnother() {
    let values = [
      Outer(inner: Inner(number: nil, note: "a")), Outer(inner: Inner(number: nil, note: nil), note: "a"),
      Outer(inner: Inner(number: 1)), Outer(inner: Inner(), list: ["a", "b"]),
      Outer(inner: Inner(), list: ["ab"]), Outer(inner: Inner(), list: ["ab", ""]),
      Outer(inner: Inner(), others: [Inner()]), Outer(inner: Inner(), others: [Inner(), Inner()]),
      Outer(inner: Inner(), others: [Inner(number: 1), Inner(note: "")]),
      Outer(inner: Inner(), others: [Inner(number: 1, note: "")]), Outer(inner: Inner()),
    ]
    let digests = values.map { ValueDigester.digest($0) }
    #expect(!digests.contains(nil) && Set(digests).count == values.count)
    let choices = [
      Choice.none, .one(""), .one("none"), .two(first: "a", second: nil), .two(first: nil, second: "a"),
    ]
    #expect(Set(choices.map { ValueDigester.digest($0) }).count == choices.count)
    #expect(ValueDigester.digest(values[0]) == ValueDigester.digest(values[0]))
  }
}
