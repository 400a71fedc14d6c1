internal import Foundation
public import Scoring

/// Findings in the forms that people and machines read. Columns count Unicode scalars in all of them.
public struct FindingReport: Sendable {
  /// The findings in the order they are shown.
  public let findings: [Finding]
  private let prefix: String
  private let lines: [String: [String]]

  /// Takes findings whose paths are relative to a folder.
  ///
  /// The folder, usually `Data`, is put before the paths as it is given; its files are read again for the lines
  /// that `text(language:)` shows. A line that can not be read is left out.
  public init(_ findings: [Finding], folder: String) {
    var lines: [String: [String]] = [:]
    for file in Set(findings.map(\.file)) {
      let bytes = FileManager.default.contents(atPath: folder.isEmpty ? file : "\(folder)/\(file)")
      lines[file] = bytes.map { SourceText(path: file, text: String(decoding: $0, as: UTF8.self)).lines }
    }
    self.init(findings, folder: folder, lines: lines)
  }

  /// Takes the lines of the files, by path.
  init(_ findings: [Finding], folder: String, lines: [String: [String]]) {
    self.findings = findings
    self.lines = lines
    prefix = folder.isEmpty || folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
  }

  /// The path of the file of a finding, from where the folder was named.
  func path(of finding: Finding) -> String { prefix + finding.file }

  /// The source line of a finding; nil when the file or line is not there.
  func line(of finding: Finding) -> String? {
    guard let lines = lines[finding.file], lines.indices.contains(finding.line - 1) else { return nil }
    return lines[finding.line - 1]
  }
}
