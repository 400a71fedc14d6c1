internal import Scoring
internal import Text

/// The facts about an entity that pages show wherever they name it.
struct EntityMention: Encodable, Sendable {
  let name: LocalizedText
  let kind: Entity.EntityKind
  /// Whether it has a page.
  let hasProfile: Bool
  /// The last day of its boundary; nil while it exists.
  let until: PartialDate?
  /// The entities that it became part of.
  let successors: [Identifier<Entity>]

  init(_ entity: Entity) {
    name = entity.name
    kind = entity.kind
    hasProfile = entity.hasProfile
    until = entity.until
    successors = entity.successors
  }
}
