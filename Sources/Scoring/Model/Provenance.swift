package import Text

/// A location in the data files.
package struct DataLine: Hashable, Comparable, Encodable, Sendable {
  /// The file, relative to the data folder, with `/` between folders.
  package let file: String
  /// The 1-based line number.
  package let line: Int

  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  package static func < (left: Self, right: Self) -> Bool {
    (Identifier<DataLine>(left.file), left.line) < (Identifier<DataLine>(right.file), right.line)
  }
}

/// How well a figure or weight is backed. `ConfidenceRule` tells the first three apart by the sources.
package enum Confidence: String, CaseIterable, Encodable, Sendable {
  /// Two publishers, or the body that makes the figure.
  case confirmed
  /// One publisher.
  case single
  /// No one but the body that is judged.
  case ownStatement = "own-statement"
  /// Derived here from sourced figures; the computation is stated.
  case derived
  /// Another row or source disagrees; both are kept.
  case conflict
}

/// A document that figures are taken from.
package struct Source: Encodable, Sendable {
  /// The kind of publisher of the document.
  package enum SourceKind: String, CaseIterable, Encodable, Sendable {
    /// The text of a law, decision or plan.
    case legalText = "legal-text"
    /// The publisher of the figure.
    case primary
    /// A site of the publisher, though not the text itself.
    case primaryAdjacent = "primary-adjacent"
    /// Anyone else, newspapers above all.
    case secondary
  }

  package let id: Identifier<Source>
  /// The title as printed, in its original language.
  package let title: String
  /// The publisher's name, in its original language; nil when unknown.
  package let publisher: String?
  /// The date of publication; nil when unknown.
  package let date: PartialDate?
  package let kind: SourceKind
  /// The BCP 47 code of the title's language.
  package let titleLanguage: String
  /// The address at the original publisher; nil when unknown or when only a copy was read.
  package let url: String?
  /// Whether the document was read as a copy on another site, which is never linked.
  package let isCopy: Bool
  /// The entities whose own words the document passes on, such as a report that a newspaper quotes. With these, it
  /// counts as a voice of each, whoever publishes it.
  package let speaksFor: [Identifier<Entity>]
  /// What the document supports, with any caveat.
  package let note: LocalizedText?
  package let line: DataLine

  package init(
    id: Identifier<Source>, title: String, publisher: String?, date: PartialDate?, kind: SourceKind,
    titleLanguage: String, url: String?, isCopy: Bool,
    speaksFor: [Identifier<Entity>] = [], note: LocalizedText?, line: DataLine
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.date = date
    self.kind = kind
    self.titleLanguage = titleLanguage
    self.url = url
    self.isCopy = isCopy
    self.speaksFor = speaksFor
    self.note = note
    self.line = line
  }
}

/// A source and the location in it.
package struct Citation: Hashable, Encodable, Sendable {
  package let source: Identifier<Source>
  /// Section, bullet, paragraph or page; nil when the citation means the whole document.
  package let locator: LocalizedText?

  package init(source: Identifier<Source>, locator: LocalizedText? = nil) {
    self.source = source
    self.locator = locator
  }
}
