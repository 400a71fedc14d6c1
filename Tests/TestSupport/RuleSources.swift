internal import Foundation
internal import Text

/// The rules in the Swift sources. They are members of extensions, which code cannot list.
package enum RuleSources {
  /// A file makes a rule whose identifier is not a literal, so it cannot be found.
  package struct IdentifierHidden: Error {
    /// The file, relative to `Sources`.
    package let file: String
  }

  /// The identifier in every call that makes a rule.
  ///
  /// - Parameter isWanted: whether to include the rules of a target, a folder of `Sources`.
  /// - Throws: ``IdentifierHidden``, or an error when a file cannot be read.
  package static func identifiers(
    where isWanted: (_ target: String) -> Bool = { _ in true }
  ) throws -> Set<String> {
    let sources = Repository.root.appending(path: "Sources")
    var identifiers: Set<String> = []
    for file in try FileManager.default.subpathsOfDirectory(atPath: sources.path())
    where file.hasSuffix(".swift") && isWanted(file.prefix { $0 != "/" }.description) {
      let bytes = try Data(contentsOf: sources.appending(path: file))
      // Most files make no rule, and a search in bytes is quick.
      guard bytes.range(of: Data("hintVi:".utf8)) != nil else { continue }
      identifiers.formUnion(try self.identifiers(in: String(decoding: bytes, as: UTF8.self), of: file))
    }
    return identifiers
  }

  /// Every call that makes a rule has the label of the hint. The text before the first call has none, and that of
  /// each call has one.
  static func identifiers(in text: String, of file: String) throws(IdentifierHidden) -> [String] {
    func hints(_ part: String) -> Int {
      part.components(separatedBy: "hintVi:").dropFirst().count { !$0.hasPrefix(" @autoclosure") }
    }
    let parts = text.components(separatedBy: "Rule(")
    guard hints(parts[0]) == 0 else { throw IdentifierHidden(file: file) }
    var identifiers: [String] = []
    for call in parts.dropFirst() {
      let quoted = call.drop(while: \.isWhitespace).split(
        separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
      guard hints(call) == 1, quoted.count == 3, quoted[0].isEmpty, !quoted[1].contains("\\") else {
        throw IdentifierHidden(file: file)
      }
      identifiers.append(String(quoted[1]))
    }
    return identifiers
  }
}
