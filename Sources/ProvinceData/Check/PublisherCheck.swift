internal import Scoring
internal import Text

/// A source with the places of its identifier and publisher.
struct LocatedSource: Sendable {
  let source: Source
  let id: Position
  let publisher: Position
}

/// A publisher with the place of its name.
struct LocatedPublisher: Sendable {
  let publisher: Publisher
  let name: Position
}

/// Finds publishers that are entered twice, spelled in two ways, or of no source.
struct PublisherCheck {
  let log: FindingLog

  /// - Parameter sources: nil when not all of them could be read.
  func check(_ publishers: [LocatedPublisher], sources: [LocatedSource]?) {
    var entered: [String: LocatedPublisher] = [:]
    var spelling: [String: String] = [:]
    for located in publishers {
      let publisher = located.publisher
      for name in publisher.names {
        if let other = entered[name] {
          let rule = Rule.publisherTwice(name: name, other: other.publisher.line)
          log.report(rule, in: publisher.line.file, at: located.name)
        }
        entered[name] = located
        if spelling[name.lowercased()] == nil { spelling[name.lowercased()] = name }
      }
    }
    guard let sources else { return }
    for located in sources {
      guard let name = located.source.publisher else { continue }
      let known = spelling[name.lowercased(), default: name]
      spelling[name.lowercased()] = known
      guard known != name else { continue }
      let rule = Rule.publisherSpelling(name: name, other: known)
      log.report(rule, in: located.source.line.file, at: located.publisher)
    }
    let named = Set(sources.compactMap(\.source.publisher))
    for located in publishers where named.isDisjoint(with: located.publisher.names) {
      let rule = Rule.publisherUnused(name: located.publisher.name)
      log.report(rule, in: located.publisher.line.file, at: located.name)
    }
  }
}
