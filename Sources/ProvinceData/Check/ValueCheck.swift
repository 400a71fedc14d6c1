internal import Scoring
internal import Text

/// Whether a number is possible in its unit.
struct ValueCheck {
  let reader: Reader
  let record: Record
  let unit: Unit
  var mayExceedHundred = false
  var mayBeNegative = false

  /// Checks the number under a key.
  func check(_ key: String) {
    guard let text = record.string(key), let value = ExactDecimal(text) else { return }
    if let rule = fault(value, text) { reader.report(rule, record, key) }
  }

  private func fault(_ value: ExactDecimal, _ text: String) -> Rule? {
    switch unit {
    case .rank where !value.isWhole || text.contains("."), .group where !value.isWhole,
      .count where !value.isWhole || text.contains("."):
      return .numberNotWhole(value: text)
    case .rank:
      return inside(value, text, 1...1000)
    case .group:
      return inside(value, text, 1...4)
    case .index where value >= .zero:
      return inside(value, text, 0...1)
    case .percent where value > ExactDecimal(100) && !mayExceedHundred:
      return .percentOverHundred(value: text)
    default:
      return value < .zero && !mayBeNegative && unit != .percentagePoints ? .numberNegative(value: text) : nil
    }
  }

  private func inside(_ value: ExactDecimal, _ text: String, _ range: ClosedRange<Int>) -> Rule? {
    let isInside = value >= ExactDecimal(range.lowerBound) && value <= ExactDecimal(range.upperBound)
    return isInside
      ? nil : .numberOutOfRange(value: text, low: String(range.lowerBound), high: String(range.upperBound))
  }
}

extension Reader {
  /// The denominator of a target or outcome; nil when the indicator has none or the choice is faulty.
  func denominator(_ record: Record, of indicator: Indicator) -> Identifier<Indicator.Denominator>? {
    let known = indicator.denominators.map(\.id)
    guard let scalar = record.scalar("denominator") else {
      if known.count > 1 {
        let rule = Rule.denominatorRequired(
          indicator: indicator.id.rawValue, allowed: known.map(\.rawValue))
        report(rule, record, "denominator")
      }
      return known.count == 1 ? known.first : nil
    }
    let given = Identifier<Indicator.Denominator>(scalar.text)
    guard !known.isEmpty else {
      report(.denominatorUnexpected(indicator: indicator.id.rawValue), record, "denominator")
      return nil
    }
    guard !known.contains(given), given != Indicator.Denominator.unstated else { return given }
    let nearest = NearestWord.find(scalar.text, in: known.map(\.rawValue) + ["unstated"])
    report(.referenceUnknown(kind: .denominator, value: scalar.text, nearest: nearest), record, "denominator")
    return nil
  }

  /// Checks that the indicator is used at the level.
  func checkLevel(_ level: AdministrativeLevel, _ record: Record, _ indicator: Indicator) {
    guard !indicator.levels.isEmpty, !indicator.levels.contains(level) else { return }
    report(.levelUnlisted(level: level.rawValue, indicator: indicator.id.rawValue), record, "level")
  }

  /// Checks rank against list size.
  func checkRank(_ record: Record, _ rank: Int?, key: String) {
    guard let rank, let size = record.whole("list_size"), rank > size else { return }
    report(.rankOutOfList(rank: rank, size: size), record, key)
  }

  /// Checks that a figure is not of the future and lies within the lifetime of its boundary.
  func checkTime(_ record: Record, _ catalogue: Catalogue, mayBeRestated: Bool = false) {
    guard let year = record.whole("year") else { return }
    let asOf = record.date("as_of")
    let key = asOf == nil ? "year" : "as_of"
    let figure = asOf?.description ?? String(year)
    if let today = catalogue.asOf, (asOf?.firstDay ?? .firstDay(of: year)) > today {
      report(.figureFuture(value: figure, asOf: today.description), record, key)
    }
    guard let entity = record.string("entity").flatMap({ catalogue.entities[Identifier($0)] }) else { return }
    let first = max(asOf?.firstDay ?? .firstDay(of: year), .firstDay(of: year))
    if let until = entity.until, first > until.lastDay {
      let rule = Rule.lifetimeOutside(
        entity: entity.name, figure: figure, limit: until.description, ended: true, mayBeRestated: false)
      report(rule, record, key)
    }
    let last = asOf?.lastDay ?? .lastDay(of: year)
    if let from = entity.from, last < from.firstDay {
      let rule = Rule.lifetimeOutside(
        entity: entity.name, figure: figure, limit: from.description, ended: false,
        mayBeRestated: mayBeRestated)
      report(rule, record, key)
    }
  }
}
