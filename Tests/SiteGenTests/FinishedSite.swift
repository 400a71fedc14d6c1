import Foundation
import ProvinceData
import Scoring
import TestSupport

@testable import Pages
@testable import SiteGen

/// A site as seen from outside, from its files alone, and the data that it was built from.
struct FinishedSite: Sendable {
  let dataset: Dataset
  let files: [String: Data]
  /// Every page by its file.
  let pages: [String: PageScanner]
  /// Every page that only leads to where its content is told, by its file.
  let moved: [String: PageScanner]
  /// Every page that shows a chart alone, by its file.
  let embedded: [String: PageScanner]

  init(dataset: Dataset, files: [String: Data]) {
    self.dataset = dataset
    self.files = files
    let all = files.filter { $0.key.hasSuffix(".html") }.reduce(into: [String: PageScanner]()) {
      pages, file in
      pages[file.key] = PageScanner(
        String(decoding: file.value, as: UTF8.self), isFile: PageAddress(file: file.key).isDataFile)
    }
    pages = all.filter { !$0.value.leadsOn && !$0.value.isEmbedded }
    moved = all.filter(\.value.leadsOn)
    embedded = all.filter(\.value.isEmbedded)
  }

  /// Validates a data folder and builds its site twice with the command.
  ///
  /// - Throws: ``Failure`` when a command fails or the two sites differ.
  init(building data: URL) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = data.path(percentEncoded: false)
    let commands =
      [["validate", "--data", path]]
      + ["first", "second"].map { ["build", "--data", path, "--out", folder.path($0 + "/_site")] }
    let runs = try commands.map { try Command.start($0 + ["--lang", "en"]) }
    for (command, (process, collect)) in zip(commands, runs) {
      process.waitUntilExit()
      let result = try collect()
      guard result.code == 0 else {
        throw Failure("\(command[0]) ended with \(result.code): \(result.output)\(result.errors)")
      }
      guard !result.output.contains(": error [") else { throw Failure(result.output) }
    }
    let (first, second) = (
      try folder.files(below: "first/_site"), try folder.files(below: "second/_site")
    )
    let different = Set(first.keys).union(second.keys).filter { first[$0] != second[$0] }.sorted()
    guard different.isEmpty else { throw Failure("The same data gave other bytes: \(different.prefix(10))") }
    guard let dataset = try DataLoader(folder: data).load().dataset else {
      throw Failure("The data have errors.")
    }
    self.init(dataset: dataset, files: first)
  }

  /// Why there is no site to test.
  struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }
}

extension PageScanner {
  /// Whether the page sends browsers on to another at once.
  fileprivate var leadsOn: Bool {
    tags.contains { $0.name == "meta" && $0.attributes["http-equiv"] == "refresh" }
  }
}

extension PageScanner {
  /// Whether the page is for a frame on another site.
  fileprivate var isEmbedded: Bool {
    tags.contains { $0.name == "body" && $0.attributes["class"] == "page-embedded" }
  }
}

/// The file of a page, from which its relative links resolve.
struct PageAddress {
  let file: String

  var isDataFile: Bool { file.hasPrefix("du-lieu/tep/") || file.hasPrefix("en/data/file/") }

  /// Whether the page is about the data, so that its lines are not figures.
  var isAboutData: Bool {
    isDataFile || ["du-lieu/", "en/data/", "nguon/", "en/sources/"].contains { file == $0 + "index.html" }
  }

  /// The file and fragment that a link points to.
  func target(of link: String) -> (file: String, fragment: String?) {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let fragment = parts.count > 1 ? parts[1] : nil
    guard let path = parts.first, !path.isEmpty else { return (file, fragment) }
    var folders = path.hasPrefix("/") ? [] : file.split(separator: "/").dropLast().map(String.init)
    for step in path.split(separator: "/") {
      if step == ".." {
        // A link that climbs out of the site points to none of its files.
        if folders.popLast() == nil { return ("../" + path, fragment) }
      } else if step != "." {
        folders.append(String(step))
      }
    }
    let isFolder = path.hasSuffix("/") || path.hasSuffix("..") || path == "."
    return ((folders + (isFolder ? ["index.html"] : [])).joined(separator: "/"), fragment)
  }
}
