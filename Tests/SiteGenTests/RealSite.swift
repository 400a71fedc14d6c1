import Foundation
import ProvinceData
import Scoring
import Testing

@testable import SiteGen

/// The site of the real data, built once for all tests.
enum RealSite {
  static func dataset() throws -> Dataset { try loaded.get() }
  static func build() throws -> SiteBuilder.Result { try built.get() }

  /// The files of the site; records the findings when there is none.
  static func output() throws -> SiteOutput { try #require(try build().output, "The site has findings.") }

  /// Every page by its file, scanned.
  static func pages() throws -> [String: PageScanner] { try scanned.get() }

  private static let loaded = Result<Dataset, any Error> {
    try #require(try DataLoader(folder: Repository.data).load().dataset, "The data have errors.")
  }

  private static let built = Result<SiteBuilder.Result, any Error> {
    SiteBuilder(dataset: try dataset(), siteFolder: Repository.site).build()
  }

  private static let scanned = Result<[String: PageScanner], any Error> {
    try output().files.filter { $0.key.hasSuffix(".html") }.reduce(into: [:]) { pages, file in
      pages[file.key] = PageScanner(
        String(decoding: file.value, as: UTF8.self), isFile: PageAddress(file: file.key).isDataFile)
    }
  }
}
