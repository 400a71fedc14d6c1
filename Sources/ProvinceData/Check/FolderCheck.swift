internal import Scoring
internal import Text

/// Finds rows about one province in the folder of another.
struct FolderCheck {
  private let context: ParseContext
  /// The folder of a province; nil for files elsewhere.
  private let province: Identifier<Entity>?

  init(_ context: ParseContext) {
    self.context = context
    let parts = context.file.split(separator: "/")
    province = parts.count > 2 && parts[0] == "provinces" ? Identifier(String(parts[1])) : nil
  }

  func check(_ column: ValueColumn<Identifier<Entity>>) {
    // An entity that is not known is an error of its own.
    guard let province, let entity = column.value, entity != province,
      context.identifiers.knows(.entity, entity.rawValue)
    else { return }
    context.report(
      .plausibleFolder(entity: entity.rawValue, folder: province.rawValue), at: column.position)
  }
}
