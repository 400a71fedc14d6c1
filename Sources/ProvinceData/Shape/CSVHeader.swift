/// The columns of a CSV file, shared by all its rows.
final class CSVHeader: Sendable {
  let names: [String]
  /// The place of the name with each digest; nil when there is none, or when several share it.
  private let places: [Int?]

  init(names: [String]) {
    self.names = names
    let byDigest = Dictionary(grouping: names.indices) { Self.digest(names[$0]) }
    places = (0..<256).map { digest in
      byDigest[UInt8(digest)].flatMap { $0.count == 1 ? $0[0] : nil }
    }
  }

  /// The place of a column among the cells of a row; of two of one name that of the first.
  func place(of name: String) -> Int? {
    if let place = places[Int(Self.digest(name))], names[place] == name { return place }
    return names.firstIndex(of: name)
  }

  /// Every cell is asked for by name, so it has to be cheap: names of columns differ in length or in their ends.
  private static func digest(_ name: String) -> UInt8 {
    name.utf8.withContiguousStorageIfAvailable { bytes in
      UInt8(truncatingIfNeeded: bytes.count) &* 29 &+ (bytes.first ?? 0) &* 7 &+ (bytes.last ?? 0)
    } ?? 0
  }
}
