internal import Scoring
internal import Text

/// What is said of an entity wherever it is named.
struct EntityMention: Encodable, Sendable {
  let name: LocalizedText
  let kind: Entity.EntityKind
  /// Whether it has a page.
  let hasProfile: Bool
  /// The last day of its boundary; nil while it exists.
  let until: PartialDate?
  /// What it became part of.
  let successors: [Identifier<Entity>]

  init(_ entity: Entity) {
    name = entity.name
    kind = entity.kind
    hasProfile = entity.hasProfile
    until = entity.until
    successors = entity.successors
  }
}
