import Foundation
import Testing
import Text

@testable import Serving

struct FindingsPageTests {
  @Test func saysRulePlaceSentenceAndWayOutInTheLanguage() {
    let vi = FindingsPage(findings: [finding()], language: .vietnamese).fragment
    #expect(
      vi.contains("<h1 id=\"findings-title\" tabindex=\"-1\" autofocus>Chưa dựng được trang: 1 lỗi</h1>"))
    #expect(vi.contains("<code>Data/a.csv:3:7</code> <code class=\"rule\">number.malformed</code>"))
    #expect(vi.contains("<p class=\"message\">Sai: Wrong.</p>\n<p>Cách sửa: Sửa đi.</p>"))
    let en = FindingsPage(findings: [finding(), finding("Other.")], language: .english).fragment
    #expect(en.contains("The site was not built: 2 errors</h1>"))
    #expect(en.contains("<p class=\"message\">Wrong.</p>\n<p>Hint: Mend it.</p>") && !en.contains("Sai"))
  }

  /// Whatever stands in a data file is text: findings quote it.
  @Test func nothingInAFindingIsMarkup() {
    let attack = "</p><script>alert(\"1\")</script><img src=x onerror='x'>&amp;"
    let bad = finding(attack, rule: "<b>", file: "Data/<i>\"'.csv")
    for language in Language.allCases {
      let page = FindingsPage(findings: [bad], language: language)
      for html in [page.fragment, page.document.replacing(LiveScript.tag(build: ""), with: "")] {
        for markup in ["<script", "<img", "<b>", "<i>", "&amp;&"] { #expect(!html.contains(markup)) }
        #expect(html.contains("&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"))
        #expect(html.contains("onerror=&#39;x&#39;&gt;&amp;amp;"))
      }
    }
  }

  @Test func thousandsAreCountedNotListed() {
    let many = (1...1234).map { finding("Number \($0).", line: $0) }
    let html = FindingsPage(findings: many, language: .english).fragment
    #expect(html.components(separatedBy: "<li>").count == FindingsPage.mostShown + 1)
    #expect(html.contains("1234 errors") && html.contains("<p>1134 more are in the terminal.</p>"))
    #expect(
      !FindingsPage(findings: Array(many.prefix(100)), language: .english).fragment.contains("terminal"))
  }

  @Test func messagesCarryBothLanguagesAndNoBareMarkup() throws {
    var state = SiteState(session: "s")
    state.take(.findings([finding("\u{2028}</script>")]))
    let message = try JSONDecoder().decode([String: String].self, from: Data(state.message.utf8))
    #expect(message.keys.sorted() == ["build", "en", "vi"] && message["build"] == "")
    // A line end would end the event.
    #expect(!state.message.utf8.contains { [10, 13].contains($0) })
    state.take(.site(files: [:], pages: 0))
    #expect(state.message == "{\"build\":\"s-1\"}")
  }

  @Test func theScriptStandsAtTheEndOfTheBodyOrThePage() {
    func added(_ page: String) -> String {
      String(decoding: LiveScript.adding(to: Data(page.utf8), build: "b"), as: UTF8.self)
    }
    let tag = LiveScript.tag(build: "b") + "\n"
    #expect(added("<body></body><p></body></html>") == "<body></body><p>\(tag)</body></html>")
    #expect(added("<p>") == "<p>\(tag)" && added("") == tag)
  }
}
