internal import Parallel
internal import Scoring

/// The sources that a page cites, numbered in the order in which it first names them.
final class CitedSources: Sendable {
  private struct Numbers {
    var order: [Identifier<Source>] = []
    var places: [Identifier<Source>: Int] = [:]
  }

  private let numbers = Locked(Numbers())

  /// The number of a source, from 1; a source that is named for the first time gets the next one.
  func number(of source: Identifier<Source>) -> Int {
    numbers.withLock { numbers in
      if let place = numbers.places[source] { return place }
      numbers.order.append(source)
      numbers.places[source] = numbers.order.count
      return numbers.order.count
    }
  }

  /// The sources in the order of their numbers.
  var all: [Identifier<Source>] { numbers.withLock { $0.order } }
}
