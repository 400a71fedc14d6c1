internal import Files
internal import Foundation

/// Cuts the index that Pagefind made into smaller pieces.
///
/// For each word that it looks for a browser loads a whole piece of the index. Pagefind measures pieces by their words
/// without marks, so that those of Vietnamese pages come out many times too large. A piece holds words in their order,
/// with all their places; the file of a language names the first and last word of each of its pieces.
enum PagefindPieces {
  /// How many bytes a piece may have before it is packed, unless a single word has more.
  private static let largest = 48_000
  private static let smallest = largest / 4
  /// What each file begins with once it is unpacked.
  private static let signature = Array("pagefind_dcd".utf8)
  /// Where the file of a language lists the pieces.
  private static let listNumber = 2

  /// - Parameter made: the files of an index, by path.
  /// - Returns: the files with smaller pieces; the same files of a language whose form is not the known one.
  static func cut(
    _ made: [String: Data], with gzip: Gzip, isStopped: () -> Bool
  ) throws(ToolFault) -> [String: Data] {
    var files = made
    for path in made.keys.sorted() {
      guard let hash = Self.hash(ofLanguage: path) else { continue }
      let language = String(hash.prefix { $0 != "_" })
      let old = made.filter { $0.key == path || $0.key.hasPrefix("index/\(language)_") }
      let unpacked = try gzip.unpack(old, isStopped: isStopped)
      guard let new = try? smaller(unpacked, path, language) else { continue }
      for path in old.keys { files[path] = nil }
      let packed = try gzip.pack(new.files, isStopped: isStopped)
      files.merge(packed) { $1 }
      // Other files name that of the language by its hash.
      for (name, bytes) in files where name.hasSuffix(".json") {
        let text = String(decoding: bytes, as: UTF8.self)
        files[name] = Data(text.replacing("\"\(hash)\"", with: "\"\(new.hash)\"").utf8)
      }
    }
    return files
  }

  /// The middle of `pagefind.vi_0123456789.pf_meta`.
  private static func hash(ofLanguage path: String) -> String? {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "pagefind", parts[2] == "pf_meta", parts[1].contains("_") else {
      return nil
    }
    return String(parts[1])
  }

  /// The unpacked files of a language with smaller pieces.
  private static func smaller(
    _ old: [String: Data], _ path: String, _ language: String
  ) throws(CBORReader.Fault) -> (files: [String: Data], hash: String) {
    var files: [String: Data] = [:]
    var reader = try open(old[path])
    let start = reader.place
    let count = try reader.list()
    guard count > listNumber else { throw CBORReader.Fault() }
    for _ in 0..<listNumber { _ = try reader.skip() }
    let listStart = reader.place
    var list: [[UInt8]] = []
    for _ in 0..<(try reader.list()) {
      guard try reader.list() == 3 else { throw CBORReader.Fault() }
      for _ in 0..<2 { _ = try reader.skip() }
      let name = String(decoding: try reader.text(), as: UTF8.self)
      for piece in try pieces(of: old["index/\(name).pf_index"]) {
        let hash = language + "_" + shortDigest(of: piece.bytes)
        files["index/\(hash).pf_index"] = Data(piece.bytes)
        let texts = [piece.first, piece.last, Array(hash.utf8)]
        list.append(texts.reduce(CBORReader.head(.list, texts.count)) { $0 + CBORReader.text($1) })
      }
    }
    let bytes =
      signature + reader.bytes[start..<listStart] + CBORReader.head(.list, list.count) + list.joined()
      + reader.bytes[reader.place...]
    let hash = language + "_" + shortDigest(of: bytes)
    files["pagefind.\(hash).pf_meta"] = Data(bytes)
    return (files, hash)
  }

  private struct Piece {
    let first: [UInt8]
    let last: [UInt8]
    let bytes: [UInt8]
  }

  /// Cuts the unpacked piece: a list of one list, that of the words, each a list that begins with its text.
  private static func pieces(of old: Data?) throws(CBORReader.Fault) -> [Piece] {
    var reader = try open(old)
    guard try reader.list() == 1 else { throw CBORReader.Fault() }
    var words: [(text: [UInt8], span: Range<Int>)] = []
    for _ in 0..<(try reader.list()) {
      var word = reader
      guard try word.list() > 0 else { throw CBORReader.Fault() }
      words.append((try word.text(), try reader.skip()))
    }
    guard reader.place == reader.bytes.count else { throw CBORReader.Fault() }
    return ranges(of: words.map { (text: $0.text, size: $0.span.count) }).map { range in
      let spans = words[range].map { reader.bytes[$0.span] }
      return Piece(
        first: words[range.lowerBound].text, last: words[range.upperBound - 1].text,
        bytes: signature + CBORReader.head(.list, 1) + CBORReader.head(.list, spans.count) + spans.joined())
    }
  }

  /// The words of each piece. Half a word finds the words that begin with it only in one piece, so a piece ends where the
  /// next word begins most differently.
  private static func ranges(of words: [(text: [UInt8], size: Int)]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = 0
    var rest = words.reduce(0) { $0 + $1.size }
    while start < words.count {
      var end = words.count
      if rest > largest {
        end = start + 1
        var (size, shared) = (words[start].size, Int.max)
        for next in words.indices[(start + 1)...] {
          if size >= smallest {
            let alike = zip(words[next - 1].text, words[next].text).prefix { $0 == $1 }.count
            if alike <= shared { (end, shared) = (next, alike) }
          }
          size += words[next].size
          if size > largest { break }
          if shared == Int.max { end = next + 1 }
        }
      }
      pieces.append(start..<end)
      rest -= words[start..<end].reduce(0) { $0 + $1.size }
      start = end
    }
    return pieces
  }

  private static func open(_ file: Data?) throws(CBORReader.Fault) -> CBORReader {
    guard let file, file.starts(with: signature) else { throw CBORReader.Fault() }
    return CBORReader(bytes: Array(file), place: signature.count)
  }

  private static func shortDigest(of bytes: [UInt8]) -> String {
    String(FileDigest(of: bytes).sha256.prefix(10))
  }
}
