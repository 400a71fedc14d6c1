internal import Foundation
internal import Text

/// The rules as the Swift sources write them: they are members of extensions, which no code can list.
package enum RuleSources {
  /// A file makes a rule whose identifier is not a literal, so that nobody could find it.
  package struct IdentifierHidden: Error {
    /// The file, relative to `Sources`.
    package let file: String
  }

  /// The identifier in every call that makes a rule.
  ///
  /// - Parameter isWanted: whether the rules of a target, a folder of `Sources`, are wanted.
  /// - Throws: ``IdentifierHidden``, or why a file cannot be read.
  package static func identifiers(
    where isWanted: (_ target: String) -> Bool = { _ in true }
  ) throws -> Set<String> {
    let sources = Repository.root.appending(path: "Sources")
    var identifiers: Set<String> = []
    for file in try FileManager.default.subpathsOfDirectory(atPath: sources.path())
    where file.hasSuffix(".swift") && isWanted(file.prefix { $0 != "/" }.description) {
      let bytes = try Data(contentsOf: sources.appending(path: file))
      // Most files make none, and a search in bytes is quick.
      guard bytes.range(of: Data("hintVi:".utf8)) != nil else { continue }
      identifiers.formUnion(try self.identifiers(in: String(decoding: bytes, as: UTF8.self), of: file))
    }
    return identifiers
  }

  /// However a rule is made, the call has the label of the hint; the text before the first call has none, the text
  /// of each call one.
  static func identifiers(in text: String, of file: String) throws(IdentifierHidden) -> [String] {
    func hints(_ part: String) -> Int {
      part.components(separatedBy: "hintVi:").dropFirst().count { !$0.hasPrefix(" String,") }
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
