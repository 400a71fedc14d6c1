package import Foundation
internal import Text

extension SiteManifest {
  /// Why a manifest can not be used.
  package enum Fault: Error, Hashable {
    /// It is no JSON, or a member is missing or of another type; the place as `files[3].size`, empty for the whole.
    case malformed(place: String)
    /// It has another format than this program writes.
    case otherFormat(Int)
    /// A path that leads out of the site, or that two files have.
    case path(String)
  }

  /// The JSON, one line a file in the order of the bytes of their paths: the same manifest has the same bytes.
  package var json: Data {
    let head = """
      {
        "format": \(Self.format),
        "program": {"name": "parindex", "version": \(Self.quoted(programVersion))},
        "sourceVersion": \(Self.quoted(sourceVersion)),
        "commit": \(commit.map(Self.quoted) ?? "null"),
        "options": {"baseURL": \(options.baseURL.map(Self.quoted) ?? "null"), \
      "asOf": \(options.asOf.map(Self.quoted) ?? "null")},
        "files": [
      """
    let files = Array(self.files)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(head.utf8.count + 160 * files.count)
    bytes.append(contentsOf: head.utf8)
    for (number, place) in files.map(\.key).placesInByteOrder.enumerated() {
      let (path, file) = files[place]
      bytes.append(contentsOf: (number == 0 ? "\n    {\"path\": " : ",\n    {\"path\": ").utf8)
      bytes.append(contentsOf: Self.quoted(path).utf8)
      bytes.append(contentsOf: ", \"size\": \(file.size), \"sha256\": \"".utf8)
      bytes.append(contentsOf: file.sha256.utf8)
      bytes.append(contentsOf: "\"}".utf8)
    }
    bytes.append(contentsOf: (files.isEmpty ? "]\n}\n" : "\n  ]\n}\n").utf8)
    return Data(bytes)
  }

  /// Reads the JSON.
  package init(json: Data) throws(Fault) {
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

  /// What JSON holds, before it is checked.
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

  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    if isPlain { return "\"" + text + "\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20:
        result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
