internal import ArgumentParser
internal import Foundation
internal import Scoring

/// The inputs of a site, for `build` and `serve`.
struct SiteOptions: ParsableArguments {
  @Option(help: "The folder with the data files.")
  var data = "Data"
  @Option(help: "The folder with the worked example of synthetic data that the pages on method show.")
  var examples = "Examples"
  @Option(help: "The folder with page text, labels, layout and assets.")
  var site = "site"
  @Option(help: "Where the site will stand, for canonical addresses, sitemap and feeds.")
  var baseURL: String?
  @Option(help: "Give verdicts as of this day, YYYY-MM-DD, instead of the day in the data.")
  var asOf: String?
  @Option(help: "The language of diagnostics: vi or en.")
  var lang: OutputLanguage = .en

  /// The source folders.
  var folders: [String] { [data, site, examples] }

  /// The day given by ``asOf``; nil when not given.
  var day: CalendarDate? {
    asOf.flatMap(PartialDate.init).flatMap { $0.day == nil ? nil : $0.firstDay }
  }

  func validate() throws {
    if let asOf, day == nil {
      throw ValidationError("'\(asOf)' is not a day; write it as YYYY-MM-DD.")
    }
    if !FileManager.default.fileExists(atPath: site) {
      throw ValidationError("There is no site folder '\(site)'.")
    }
    if let baseURL, URL(string: baseURL)?.scheme.map({ ["http", "https"].contains($0) }) != true {
      throw ValidationError("'\(baseURL)' is not an http or https address.")
    }
  }
}
