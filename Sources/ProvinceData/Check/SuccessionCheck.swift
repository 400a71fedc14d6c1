internal import Scoring
internal import Text

/// Finds entities of which one names the other as predecessor or successor, and the other does not name it back.
struct SuccessionCheck {
  let entities: [Identifier<Entity>: Entity]
  let log: FindingLog

  func check() {
    for entity in entities.values {
      for other in entity.predecessors.compactMap({ entities[$0] })
      where isMissing(entity, in: other.successors) {
        report(entity, other, isPredecessor: true)
      }
      for other in entity.successors.compactMap({ entities[$0] })
      where isMissing(entity, in: other.predecessors) {
        report(entity, other, isPredecessor: false)
      }
    }
  }

  /// A name that is not known, an error of its own, may be meant for the entity.
  private func isMissing(_ entity: Entity, in names: [Identifier<Entity>]) -> Bool {
    !names.contains(entity.id) && names.allSatisfy { entities[$0] != nil }
  }

  private func report(_ entity: Entity, _ other: Entity, isPredecessor: Bool) {
    let rule = Rule.plausibleSuccession(
      entity: entity.id.rawValue, other: other.id.rawValue, isPredecessor: isPredecessor, line: other.line)
    log.report(rule, in: entity.line.file, at: Position(line: entity.line.line, column: 1))
  }
}
