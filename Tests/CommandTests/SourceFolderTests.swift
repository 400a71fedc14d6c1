import Foundation
import TestSupport
import Testing

/// Nothing outside the source folders reaches the site or a report through a symbolic link, and names follow one rule.
struct SourceFolderTests {
  private static let secret = "secret-5b1f"

  /// Every place below the source folders at which something is read, and some at which nothing is.
  private static let places = [
    "site", "site/layouts", "site/layouts/page.mustache", "site/names.txt", "site/README.md", "site/strings",
    "site/strings/vi", "site/strings/vi/nav.yaml", "site/pages", "site/pages/vi", "site/pages/vi/glossary.md",
    "site/assets", "site/assets/style.css", "Examples", "Examples/synthetic-63",
    "Examples/synthetic-63/scores.csv", "Examples/small-3", "Data/toolkit.yaml", "Data/sources",
    "Data/national", "Data/national/entities.yaml", "Data/provinces", "Data/provinces/bac-kan",
    "Data/provinces/bac-kan/profile.yaml", "Data/provinces/bac-kan/outcomes.csv",
  ]

  @Test func noLinkBelowTheSourcesIsFollowed() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.copy("site", "Examples")
    try folder.copy(Repository.frozenData, to: "Data")
    let (files, outside) = (FileManager.default, folder.path("outside"))
    func build() throws -> Command.Result {
      let (process, collect) = try Command.start(["build", "--lang", "en"], in: folder.url)
      process.waitUntilExit()
      return try collect()
    }
    try #require(try build().code == 0)
    let site = try folder.files(below: "_site")
    /// Expects one finding on the link, no word of what it leads to, and the site of before.
    func expectRefusal(_ place: String) throws {
      let result = try build()
      #expect(result.code == 1, "\(place)")
      #expect(result.errors.contains("\(place):1:1: error [file.irregular]"), "\(result.errors.suffix(2000))")
      #expect(result.errors.components(separatedBy: " error [").count == 2, "\(result.errors.suffix(2000))")
      #expect(!result.errors.contains(Self.secret), "\(place)")
      #expect(try folder.files(below: "_site") == site, "\(place)")
    }
    for place in Self.places {
      let path = folder.path(place)
      try files.moveItem(atPath: path, toPath: outside)
      // The same content with a secret in it, so that a site could be made if the link were followed.
      for file in try [outside] + files.subpathsOfDirectory(atPath: outside).map({ outside + "/" + $0 }) {
        guard let handle = FileHandle(forUpdatingAtPath: file) else { continue }
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("# \(Self.secret)\n".utf8))
        try handle.close()
      }
      try files.createSymbolicLink(atPath: path, withDestinationPath: outside)
      try expectRefusal(place)
      try files.removeItem(atPath: path)
      try files.removeItem(atPath: outside)
      let isData = place.hasPrefix("Data/")
      let original = isData ? Repository.frozenData : Repository.root
      try folder.copy(original.appending(path: isData ? String(place.dropFirst(5)) : place), to: place)
    }
    // A link that replaces nothing leaves the digest of the sources as it is.
    for place in ["site/assets/more.css", "Examples/more", "Data/more", "Data/README.md"] {
      try files.createSymbolicLink(atPath: folder.path(place), withDestinationPath: "/etc/passwd")
      try expectRefusal(place)
      #expect(try !build().errors.contains("root:"))
      try files.removeItem(atPath: folder.path(place))
    }
    #expect(try build().code == 0)
  }

  @Test func aWrongNameIsOneErrorForBothCommands() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.copy(Repository.frozenData, to: "Data")
    try folder.write("Data/sources/a\u{202E}\nb.yaml", "sources: []\n")
    for command in ["validate", "build"] {
      let options = command == "build" ? ["--out", folder.path("_site")] : []
      let result = try Command.run([command, "--lang", "en", "--data", folder.path("Data")] + options)
      let text = result.output + result.errors
      #expect(result.code == 1 && text.components(separatedBy: "error [").count == 2, "\(text.suffix(2000))")
      #expect(
        text.contains(
          #"/sources/a\u{202E}\u{A}b.yaml:1:1: error [file.name]: The name “a\u{202E}\u{A}b.yaml”"#))
      #expect(!text.contains("\u{202E}"))
    }
  }

  @Test func theDataFolderItselfCanBeALink() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("Data"), withDestinationPath: Repository.frozenData.path(percentEncoded: false))
    #expect(try Command.run("validate", "--data", folder.path("Data")).code == 0)
  }
}
