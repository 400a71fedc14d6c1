import Testing
import Text

/// Which web addresses readers may be sent to.
struct WebAddressTests {
  @Test(
    arguments: [
      "https://example.vn", "http://example.vn/", "https://example.vn:8443/a?b=c#d",
      "https://sub.example.vn./a",
      "https://tênmiềntiếngviệt.vn/a", "https://xn--tnmintingvit-oeb8308h0a8h.vn",
      "https://xn--mnchen-3ya.de", "https://пример.рф",
      "https://xn--e1afmkfd.xn--p1ai", "https://例え.テスト", "https://a_b.example.vn/thư?q=@x",
      "https://1.example.vn/",
      "https://m%C3%BCnchen.de/",
    ])
  func good(address: String) { #expect(WebAddress.brokenRule(of: address) == nil) }

  @Test(
    arguments: [
      ("", "url.malformed"), ("example.vn", "url.malformed"), ("ftp://example.vn", "url.malformed"),
      ("javascript:alert(1)", "url.malformed"), ("//example.vn", "url.malformed"),
      ("https://", "url.malformed"),
      ("https://localhost/", "url.malformed"), ("https://.vn/", "url.malformed"),
      ("https://a b.vn/", "url.malformed"),
      ("https://example.vn\\@evil.vn/", "url.malformed"), ("https://example.vn%2F.evil.vn/", "url.malformed"),
      ("https://xn--!.vn/", "url.malformed"), ("https://example.vn/\u{1B}[31m", "url.malformed"),
      ("https://user:pass@example.vn/", "url.credentials"), ("https://example.vn@evil.vn", "url.credentials"),
      ("https://127.0.0.1/", "url.ip-address"), ("http://0x7f.1/", "url.ip-address"),
      ("https://[::1]/", "url.ip-address"),
      ("https://10.0.0.1.:80/", "url.ip-address"),
      ("https://\u{430}pple.com/", "url.lookalike"), ("https://%D0%B0pple.com/", "url.lookalike"),
      ("https://xn--pple-43d.com/", "url.lookalike"), ("https://XN--80ak6aa92e.com/", "url.lookalike"),
      ("https://\u{261}oogle.com/", "url.lookalike"), ("https://\u{FF45}xample.vn/", "url.lookalike"),
      ("https://example\u{2044}.vn/", "url.lookalike"), ("https://goog\u{131}e.com/", "url.lookalike"),
      ("https://\u{3BF}\u{43E}\u{440}.\u{440}\u{444}/", "url.lookalike"),
      ("https://example.vn/" + String(repeating: "a", count: 1_982), "url.long"),
    ])
  func bad(address: String, rule: String) { #expect(WebAddress.brokenRule(of: address)?.id == rule) }

  @Test func theLongestAddressIsSound() {
    #expect(WebAddress.brokenRule(of: "https://example.vn/" + String(repeating: "a", count: 1_981)) == nil)
  }
}
