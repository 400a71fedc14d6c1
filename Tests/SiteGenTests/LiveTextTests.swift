import TestSupport
import Testing
import Text

@testable import Pages

/// The texts of the site folder.
struct LiveTextTests {
  @Test func theGlossaryHasTheSameTermsInBothLanguages() {
    var reader = SiteSourceReader(folder: Repository.site)
    let terms = Dictionary(grouping: reader.read().pages.filter { !$0.terms.isEmpty }, by: \.language)
      .mapValues { $0.flatMap(\.terms).map(\.id) }
    #expect(terms[.vietnamese]?.isEmpty == false && terms[.vietnamese]?.sorted() == terms[.english]?.sorted())
    #expect(Set(terms[.english] ?? []).count == terms[.english]?.count)
  }
}
