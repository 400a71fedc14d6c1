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
    let files = Array(self.files)
    let places = files.map(\.key).placesInByteOrder
    return JSONValue.object([
      ("format", .integer(Self.format)),
      ("program", .line(.object([("name", .string("parindex")), ("version", .string(programVersion))]))),
      ("sourceVersion", .string(sourceVersion)), ("commit", .text(commit)),
      ("options", .line(.object([("baseURL", .text(options.baseURL)), ("asOf", .text(options.asOf))]))),
      (
        "files",
        .lines(count: places.count) { number in
          let (path, file) = files[places[number]]
          return .object([
            ("path", .string(path)), ("size", .number(String(file.size))), ("sha256", .string(file.sha256)),
          ])
        }
      ),
    ]).data
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
    var files: [String: FileDigest] = [:]
    for (number, file) in content.files.enumerated() {
      guard file.size >= 0 else { throw .malformed(place: "files[\(number)].size") }
      guard file.sha256.utf8.count == 64, Self.isHexadecimal(file.sha256) else {
        throw .malformed(place: "files[\(number)].sha256")
      }
      let digest = FileDigest(size: file.size, sha256: file.sha256)
      guard Self.staysInside(file.path), files.updateValue(digest, forKey: file.path) == nil else {
        throw .path(file.path)
      }
    }
    self.init(
      programVersion: content.program.version, sourceVersion: content.sourceVersion, commit: content.commit,
      options: Options(baseURL: content.options.baseURL, asOf: content.options.asOf), files: files)
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
    let format: Int
    let program: Program
    let sourceVersion: String
    let commit: String?
    let options: Options
    let files: [File]
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
