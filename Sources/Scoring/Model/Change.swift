package import Text

/// A change of what the site says: added or corrected data, another rule, or a mistake of the toolkit.
package struct Change: Encodable, Sendable {
  /// Why a verdict or a figure is another one than before.
  package enum Cause: String, CaseIterable, Encodable, Sendable {
    /// A figure was added, corrected or removed.
    case data
    /// The rules of judging changed.
    case rules
    /// The toolkit or its makers were wrong.
    case mistake
  }

  /// A figure that changed: one indicator or index of an entity in a year.
  package struct AffectedFigure: Encodable, Sendable {
    package let entity: Identifier<Entity>
    /// The indicator or the published index.
    package let subject: String
    package let year: Int

    package init(entity: Identifier<Entity>, subject: String, year: Int) {
      (self.entity, self.subject, self.year) = (entity, subject, year)
    }
  }

  package let date: CalendarDate
  /// What changed.
  package let what: LocalizedText
  package let cause: Cause
  /// The targets whose verdict changed.
  package let targets: [Identifier<Target>]
  /// The figures that changed.
  package let figures: [AffectedFigure]
  /// The verdict before; nil when no verdict changed, or when it differs between the targets.
  package let before: Verdict?
  /// The verdict after; nil in the same cases.
  package let after: Verdict?
  /// Who was told; nil when nobody had to be.
  package let told: LocalizedText?
  package let line: DataLine

  package init(
    date: CalendarDate, what: LocalizedText, cause: Cause, targets: [Identifier<Target>],
    figures: [AffectedFigure], before: Verdict?, after: Verdict?, told: LocalizedText?, line: DataLine
  ) {
    self.date = date
    self.what = what
    self.cause = cause
    self.targets = targets
    self.figures = figures
    self.before = before
    self.after = after
    self.told = told
    self.line = line
  }
}
