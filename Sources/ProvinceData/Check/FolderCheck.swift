internal import Scoring
internal import Text

/// Finds rows about one province, or a unit of it, in the folder of another.
struct FolderCheck {
  private let context: ParseContext
  /// The folder of a province; nil for files elsewhere.
  private let province: Identifier<Entity>?
  private let catalogue: Catalogue

  init(_ context: ParseContext, _ catalogue: Catalogue) {
    (self.context, self.catalogue) = (context, catalogue)
    let parts = context.file.split(separator: "/")
    province = parts.count > 2 && parts[0] == "provinces" ? Identifier(String(parts[1])) : nil
  }

  func check(_ column: ValueColumn<Identifier<Entity>>) {
    // An entity that is not known is an error of its own.
    guard let province, let entity = column.value, catalogue.owner(of: entity) != province,
      context.identifiers.knows(.subject, entity.rawValue)
    else { return }
    context.report(
      .plausibleFolder(entity: entity.rawValue, folder: province.rawValue), at: column.position)
  }
}
