internal import Scoring

/// One mapping of a YAML file or one row of a CSV file, read key by key. What is missing or malformed is
/// reported when it is asked for; `finish()` reports keys that nobody asked for.
final class Record {
  let place: Place
  let session: LoadSession
  private let isRow: Bool
  private let pairs: [DataNode.Pair]
  private let byKey: [String: DataNode.Pair]
  private var asked: Set<String> = []

  init(pairs: [DataNode.Pair], place: Place, isRow: Bool, session: LoadSession) {
    self.pairs = pairs
    self.place = place
    self.isRow = isRow
    self.session = session
    byKey = Dictionary(pairs.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads a mapping; nil, with a finding, when the node is something else.
  convenience init?(_ node: DataNode, name: String, session: LoadSession) {
    guard case .map(let pairs) = node.content else {
      session.report(
        .typeWrong(Field(name, isColumn: false), expected: .mapping, found: DataShape(node)), at: node.place)
      return nil
    }
    self.init(pairs: pairs, place: node.place, isRow: false, session: session)
  }

  /// The name of a key or column for sentences.
  func field(_ key: String) -> Field { Field(key, isColumn: isRow) }

  /// The value; nil when the key is absent or the cell is empty. A YAML key without value is a finding.
  func node(_ key: String) -> DataNode? {
    let isFirst = asked.insert(key).inserted
    guard let pair = byKey[key] else { return nil }
    guard pair.value.isEmpty else { return pair.value }
    if !isRow, isFirst {
      report(.typeWrong(field(key), expected: .something, found: .nothing), pair.keyPlace)
    }
    return nil
  }

  /// The value; a finding when it is absent.
  func required(_ key: String) -> DataNode? {
    if let node = node(key) { return node }
    if !isPresent(key) || isRow { report(.keyMissing(field(key)), place(of: key)) }
    return nil
  }

  /// Whether the key stands there, with or without a value.
  func isPresent(_ key: String) -> Bool { byKey[key] != nil }

  /// Where the value of a key stands; the place of the record when it is absent.
  func place(of key: String) -> Place { byKey[key]?.value.place ?? place }

  /// Reports a finding at a place.
  func report(_ rule: DataRule, _ place: Place) { session.report(rule, at: place) }

  /// Reports a finding at the value of a key.
  func report(_ rule: DataRule, key: String) { session.report(rule, at: place(of: key)) }

  /// Reports keys that were never asked for.
  func finish() {
    guard !isRow else { return }
    let known = asked.sorted()
    for pair in pairs where !asked.contains(pair.key) {
      let free = known.filter { byKey[$0] == nil }
      report(.keyUnknown(pair.key, suggestion: nearest(to: pair.key, among: free)), pair.keyPlace)
    }
  }

  /// The keys as they stand.
  var keys: [String] { pairs.map(\.key) }
}
