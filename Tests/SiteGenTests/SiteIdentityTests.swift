import Scoring
import Testing
import Text

@testable import Pages

/// What `site.yaml` may say, and the links that are made from it.
struct SiteIdentityTests {
  private func read(_ text: String) -> (identity: SiteIdentity, broken: [String]) {
    var reader = SiteIdentityReader()
    let identity = reader.read(text)
    return (identity, reader.broken.map { "\($0.line) \($0.rule.id)" })
  }

  private static let whole = """
    publisher: {vi: Báo A, en: Newspaper A}
    contact: lien-he@a.vn
    repository:
      kind: gitlab
      address: https://git.a.vn/b/c/
      branch: chinh
      data: du-lieu/
    base_address: https://a.vn/d/

    """

  @Test func aWholeFileIsRead() {
    let (identity, broken) = read(Self.whole)
    #expect(broken == [] && identity.missing == [])
    #expect(identity.publisher == LocalizedText(vi: "Báo A", en: "Newspaper A"))
    #expect(identity.contactLink == "mailto:lien-he@a.vn" && identity.baseAddress == "https://a.vn/d")
    let repository = SiteIdentity.Repository(
      kind: .gitlab, address: "https://git.a.vn/b/c", branch: "chinh", dataFolder: "du-lieu")
    #expect(identity.repository == repository)
    #expect(Publication(identity, baseURL: nil).baseURL == "https://a.vn/d")
    #expect(Publication(identity, baseURL: "https://other.vn/").baseURL == "https://other.vn")
  }

  @Test(arguments: ["", "# only a comment\n", "publisher:\ncontact:\n"]) func whatIsLeftOutIsMissing(
    text: String
  ) {
    let (identity, broken) = read(text)
    #expect(broken == [] && identity.missing == SiteIdentity.SettingKey.allCases)
    #expect(identity.publisher == nil && identity.contact == nil && identity.repository == nil)
  }

  @Test func aSiteCanHaveNoRepository() {
    let (identity, broken) = read("repository: {kind: none}\n")
    #expect(broken == [] && identity.repository == nil && !identity.missing.contains(.repository))
  }

  @Test(arguments: [
    "publisher: Báo A", "publisher: {vi: Báo A}", "publisher: {vi: A, en: \"\"}", "contact: a at b",
    "contact: a@b",
    "contact: \"a@b.vn?bcc=c@d.vn\"", "contact: javascript:alert(1)", "repository: https://github.com/a/b",
    "repository: {kind: svn, address: https://a.vn/b}", "repository: {kind: github}",
    "repository: {kind: github, address: \"https://a:b@c.vn/d\"}",
    "repository: {kind: github, address: https://a.vn/b, branch: \"a b\"}",
    "repository: {kind: github, address: https://a.vn/b, tag: x}", "base_address: a.vn",
    "base_address: https://a.vn/?b", "base_address: [https://a.vn]",
  ]) func aMalformedValueIsFound(text: String) {
    let (identity, broken) = read("\n" + text + "\n")
    #expect(broken == ["2 site.setting-malformed"])
    #expect(identity.publisher == nil && identity.contact == nil)
    #expect(identity.repository == nil && identity.baseAddress == nil)
  }

  @Test func otherFaultsAreFoundToo() {
    #expect(read("publihser: x\n").broken == ["1 site.setting-unknown"])
    #expect(read("- x\n").broken == ["1 site.yaml-syntax"])
    #expect(read("contact: a@b.vn\ncontact: c@d.vn\n").broken == ["2 site.yaml-syntax"])
    #expect(!read("publisher: {vi: [\n").broken.isEmpty)
  }

  private func links(_ identity: SiteIdentity, baseURL: String? = "https://a.vn") -> ReportLinks {
    let texts = ["report.subject": "Báo: {title}", "report.body": "Ở {address} & đây?"]
    return ReportLinks(
      Publication(identity, baseURL: baseURL), labels: Labels(language: .vietnamese, texts: texts))
  }

  @Test(arguments: SiteIdentity.Repository.RepositoryKind.allCases)
  func reportsGoToTheRepository(kind: SiteIdentity.Repository.RepositoryKind) throws {
    let repository = SiteIdentity.Repository(kind: kind, address: "https://git.vn/a/b")
    let links = links(SiteIdentity(contact: "a@b.vn", repository: repository))
    let report = try #require(links.report(on: .sources, titled: "A & B", of: "x-1"))
    let start =
      kind == .gitlab
      ? "https://git.vn/a/b/-/issues/new?issue%5Btitle%5D=" : "https://git.vn/a/b/issues/new?title="
    #expect(report.hasPrefix(start + "B%C3%A1o%3A%20A%20%26%20B&"))
    #expect(report.hasSuffix("https%3A%2F%2Fa.vn%2Fnguon%2F%20%28x-1%29%20%26%20%C4%91%C3%A2y%3F"))
    #expect(WebAddress.brokenRule(of: report) == nil)
    let line = DataLine(file: "provinces/a/outcomes.csv", line: 12)
    let edits: [SiteIdentity.Repository.RepositoryKind: String] = [
      .github: "edit", .gitlab: "-/edit", .forgejo: "_edit",
    ]
    #expect(
      links.edit(line) == "https://git.vn/a/b/\(edits[kind] ?? "")/main/Data/provinces/a/outcomes.csv#L12")
  }

  @Test func theLongestTitleStillGivesAnAddress() throws {
    let repository = SiteIdentity.Repository(kind: .github, address: "https://git.vn/a/b")
    let title = String(repeating: "Chỉ tiêu ", count: 200)
    let report = try #require(links(SiteIdentity(repository: repository)).report(on: .sources, titled: title))
    #expect(WebAddress.brokenRule(of: report) == nil)
  }

  @Test func withoutARepositoryReportsGoToTheContact() {
    let mail = links(SiteIdentity(contact: "a@b.vn")).report(on: .home, titled: "T")
    #expect(mail?.hasPrefix("mailto:a@b.vn?subject=B%C3%A1o%3A%20T&body=") == true)
    let page = links(SiteIdentity(contact: "https://b.vn/lien-he")).report(on: .home, titled: "T")
    #expect(page == "https://b.vn/lien-he")
    #expect(links(SiteIdentity()).report(on: .home, titled: "T") == nil)
    #expect(links(SiteIdentity()).edit(DataLine(file: "a", line: 1)) == nil)
  }
}
