internal import Scoring

extension Record {
  /// Reads a status, its sources and how it was derived; keys may share a prefix, as `appraisal_status`.
  func backing(prefix: String = "", required isRequired: Bool = true) -> Edition.Backing? {
    let status = choice(prefix + "status", as: Confidence.self, required: isRequired)
    let sources: [Identifier<Source>] = references(prefix + "sources", to: .source)
    let how = localized(prefix + "how")
    if status == .derived, how == nil { report(.derivedNoHow, key: prefix + "status") }
    guard let status else { return nil }
    if sources.isEmpty, !isPresent(prefix + "sources") {
      report(.keyMissing(field(prefix + "sources")), key: prefix + "status")
    }
    return Edition.Backing(status: status, sources: sources, how: how)
  }

  /// Reads `maximum` with its backing; nil when no maximum is given.
  func maximum(prefix: String = "") -> Maximum? {
    let key = prefix + "maximum"
    let value = decimal(key)
    let backing = backing(prefix: prefix, required: isPresent(key))
    if let value, value.value <= .zero {
      report(.numberOutOfRange("\(value.value)", low: 0, high: nil, isWhole: false), key: key)
    }
    guard let value, let backing else { return nil }
    return Maximum(
      value: value, status: backing.status, sources: backing.sources, how: backing.how,
      line: place(of: key).dataLine)
  }
}
