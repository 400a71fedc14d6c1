package import Foundation
internal import Text

/// Why a manifest cannot be used.
package enum ManifestFault: Error, Hashable {
  /// It is not JSON, or a member is missing or of another type; the place is such as `files[3].size`, empty for the
  /// whole file.
  case malformed(place: String)
  /// It has a different format version than this program writes.
  case otherFormat(Int)
  /// A path that leads out of the site, or that two files have.
  case path(String)
}

extension SiteManifest {
  /// The JSON, with one line per file in the byte order of the paths. Equal manifests have equal bytes.
  package var json: Data {
    JSONValue.object([
      ("format", .integer(Self.format)),
      ("program", .line(.object([("name", .string("parindex")), ("version", .string(programVersion))]))),
      ("sourceVersion", .string(sourceVersion)), ("commit", .text(commit)),
      ("options", .line(.object([("baseURL", .text(options.baseURL)), ("asOf", .text(options.asOf))]))),
      ("files", Self.list(files)),
      (
        "made_by_tools",
        .array(
          madeByTools.map {
            .object([
              ("tool", .string($0.tool)), ("version", .string($0.version)), ("files", Self.list($0.files)),
            ])
          })
      ),
    ]).data
  }

  private static func list(_ digests: [String: FileDigest]) -> JSONValue {
    let files = Array(digests)
    let places = files.map(\.key).placesInByteOrder
    return .lines(count: places.count) { number in
      let (path, file) = files[places[number]]
      return .object([
        ("path", .string(path)), ("size", .number(String(file.size))), ("sha256", .string(file.sha256)),
      ])
    }
  }

  /// Parses the JSON.
  package init(json: Data) throws(ManifestFault) {
    let content: Content
    do {
      content = try JSONDecoder().decode(Content.self, from: json)
    } catch let error as DecodingError {
      throw .malformed(place: Self.place(error))
    } catch {
      throw .malformed(place: "")
    }
    guard content.format == Self.format else { throw .otherFormat(content.format) }
    guard content.sourceVersion.utf8.count == 64, Self.isHexadecimal(content.sourceVersion) else {
      throw .malformed(place: "sourceVersion")
    }
    if let commit = content.commit, !Self.isCommit(commit) { throw .malformed(place: "commit") }
    var taken: Set<String> = []
    let files = try Self.digests(content.files, at: "files", &taken)
    var parts: [ToolPart] = []
    for (number, part) in (content.madeByTools ?? []).enumerated() {
      let digests = try Self.digests(part.files, at: "made_by_tools[\(number)].files", &taken)
      parts.append(ToolPart(tool: part.tool, version: part.version, files: digests))
    }
    self.init(
      programVersion: content.program.version, sourceVersion: content.sourceVersion, commit: content.commit,
      options: Options(baseURL: content.options.baseURL, asOf: content.options.asOf), files: files,
      madeByTools: parts)
  }

  /// - Parameter taken: the paths of earlier files; no path may be there twice.
  private static func digests(
    _ list: [Content.File], at place: String, _ taken: inout Set<String>
  ) throws(ManifestFault) -> [String: FileDigest] {
    var files: [String: FileDigest] = [:]
    for (number, file) in list.enumerated() {
      guard file.size >= 0 else { throw .malformed(place: "\(place)[\(number)].size") }
      guard file.sha256.utf8.count == 64, isHexadecimal(file.sha256) else {
        throw .malformed(place: "\(place)[\(number)].sha256")
      }
      guard staysInside(file.path), taken.insert(file.path).inserted else { throw .path(file.path) }
      files[file.path] = FileDigest(size: file.size, sha256: file.sha256)
    }
    return files
  }

  /// The parsed JSON, before it is checked.
  private struct Content: Decodable {
    struct Program: Decodable { let version: String }
    struct Options: Decodable {
      let baseURL: String?
      let asOf: String?
    }
    struct File: Decodable {
      let path: String
      let size: Int
      let sha256: String
    }
    struct Part: Decodable {
      let tool: String
      let version: String
      let files: [File]
    }
    let format: Int
    let program: Program
    let sourceVersion: String
    let commit: String?
    let options: Options
    let files: [File]
    /// Nil in a manifest of a version that ran no tools.
    let madeByTools: [Part]?

    enum CodingKeys: String, CodingKey {
      case format, program, sourceVersion, commit, options, files
      case madeByTools = "made_by_tools"
    }
  }

  private static func staysInside(_ path: String) -> Bool {
    path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0)
    }
  }

  private static func place(_ error: DecodingError) -> String {
    let (path, key): ([any CodingKey], (any CodingKey)?) =
      switch error {
      case .keyNotFound(let key, let context): (context.codingPath, key)
      case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
        (context.codingPath, nil)
      @unknown default: ([], nil)
      }
    return (path + [key].compactMap { $0 }).reduce(into: "") { place, key in
      if let number = key.intValue {
        place += "[\(number)]"
      } else {
        place += (place.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }
}
