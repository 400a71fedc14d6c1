import Foundation
import TestSupport
import Testing

/// After a correct change of the data the commands and all properties of the site still pass.
struct DataChangeTests {
  @Test(arguments: DataChange.all) func everythingHoldsAfterwards(change: DataChange) throws {
    let copy = try DataCopy()
    defer { copy.remove() }
    let (file, words) = try change.apply(copy)
    let site = try FinishedSite(building: copy.url)
    for property in SiteProperty.all {
      let faults = try property.faults(site).sorted()
      #expect(faults.prefix(20) == [], "\(property.testDescription)")
    }
    let text = String(decoding: try #require(site.files[file], "\(file) is missing"), as: UTF8.self)
    #expect(text.contains(words), "\(file) does not say “\(words)”")
  }
}
