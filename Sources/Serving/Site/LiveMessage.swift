internal import Foundation
internal import Text

/// The message to a page after each rebuild, as JSON.
struct LiveMessage: Codable, Hashable, Sendable {
  /// The site that is served; empty when there is none yet.
  let build: String
  /// Why the last rebuild failed: HTML by language. Nil when it did not.
  let findings: [String: String]?

  init(_ state: SiteState) {
    build = state.build
    findings =
      state.findings.isEmpty
      ? nil
      : Dictionary(
        uniqueKeysWithValues: Language.allCases.map {
          ($0.rawValue, FindingsPage(findings: state.findings, language: $0).fragment)
        })
  }

  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
