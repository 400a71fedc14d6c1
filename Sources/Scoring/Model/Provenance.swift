public import Text

/// Where a figure stands in the data files.
public struct DataLine: Hashable, Comparable, Encodable, Sendable {
  /// The file, relative to the data folder, with `/` between folders.
  public let file: String
  /// The 1-based line.
  public let line: Int

  /// Makes a place in a data file.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// Orders by file, then line.
  public static func < (left: Self, right: Self) -> Bool {
    (Identifier<DataLine>(left.file), left.line) < (Identifier<DataLine>(right.file), right.line)
  }
}

/// How far a figure or weight is backed.
public enum Confidence: String, CaseIterable, Encodable, Sendable {
  /// Two publishers, or an official one.
  case confirmed
  /// One publisher.
  case single
  /// Worked out here from sourced figures; the computation is stated.
  case derived
  /// Another row or source disagrees; both are kept.
  case conflict
}

/// A document that figures are taken from.
public struct Source: Encodable, Sendable {
  /// What kind of publisher stands behind the document.
  public enum Kind: String, CaseIterable, Encodable, Sendable {
    /// The text of a law, decision or plan.
    case legalText = "legal-text"
    /// The publisher of the figure.
    case primary
    /// A site of the publisher, though not the text itself.
    case primaryAdjacent = "primary-adjacent"
    /// Anyone else, newspapers above all.
    case secondary
  }

  /// The readable identifier.
  public let id: Identifier<Source>
  /// The title as printed, in its own language.
  public let title: String
  /// The publisher's name, in its own language.
  public let publisher: String?
  /// The date of publication; nil when it is not known.
  public let date: PartialDate?
  /// What kind of publisher it is.
  public let kind: Kind
  /// The BCP 47 code of the title's language.
  public let titleLanguage: String
  /// The address at the original publisher; nil when none is known or only a copy was read.
  public let url: String?
  /// Whether the document was read in a copy on another site, which is never linked.
  public let isCopy: Bool
  /// What the document supports, and what to mind.
  public let note: LocalizedText?
  /// Where the entry stands.
  public let line: DataLine

  /// Makes a bibliography entry.
  public init(
    id: Identifier<Source>, title: String, publisher: String?, date: PartialDate?, kind: Kind,
    titleLanguage: String, url: String?, isCopy: Bool, note: LocalizedText?, line: DataLine
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.date = date
    self.kind = kind
    self.titleLanguage = titleLanguage
    self.url = url
    self.isCopy = isCopy
    self.note = note
    self.line = line
  }
}

/// A source and the place in it.
public struct Citation: Hashable, Encodable, Sendable {
  /// The document.
  public let source: Identifier<Source>
  /// Section, bullet, paragraph or page; nil when the document is the place.
  public let locator: LocalizedText?

  /// Makes a citation.
  public init(source: Identifier<Source>, locator: LocalizedText? = nil) {
    self.source = source
    self.locator = locator
  }
}
