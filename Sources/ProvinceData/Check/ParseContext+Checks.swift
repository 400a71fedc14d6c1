internal import Scoring
internal import Text

extension ParseContext {
  /// The denominator of a target or outcome; nil when the indicator has none or the choice is invalid.
  func denominator(
    _ given: Identifier<Indicator.Denominator>?, of indicator: Indicator,
    at position: Position
  ) -> Identifier<Indicator.Denominator>? {
    let known = indicator.denominators.map(\.id)
    guard let given else {
      if known.count > 1 {
        let rule = Rule.denominatorRequired(indicator: indicator.id.rawValue, allowed: known.map(\.rawValue))
        report(rule, at: position)
      }
      return known.count == 1 ? known.first : nil
    }
    guard !known.isEmpty else {
      report(.denominatorUnexpected(indicator: indicator.id.rawValue), at: position)
      return nil
    }
    guard !known.contains(given), given != Indicator.Denominator.unstated else { return given }
    let names = indicator.denominators.flatMap { denominator in
      [denominator.id.rawValue, denominator.name.vi, denominator.name.en].map {
        ($0, denominator.id.rawValue)
      }
    }
    let named = IdentifierNames(names + [("không nêu", "unstated")]).identifiers(of: given.rawValue)
    let nearest = NearestWord.find(given.rawValue, in: known.map(\.rawValue) + ["unstated"])
    report(
      .referenceUnknown(kind: .denominator, value: given.rawValue, named: named, nearest: nearest),
      at: position)
    return nil
  }

  /// Checks that the indicator is used at this administrative level.
  func checkLevel(_ level: AdministrativeLevel, of indicator: Indicator, at position: Position) {
    guard !indicator.levels.isEmpty, !indicator.levels.contains(level) else { return }
    report(.levelUnlisted(level: level.rawValue, indicator: indicator.id.rawValue), at: position)
  }
}
