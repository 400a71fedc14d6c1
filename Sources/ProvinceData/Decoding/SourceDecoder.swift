internal import Scoring

extension Source {
  /// Reads an entry of `sources/*.yaml`.
  init?(_ record: Record) {
    let id: Identifier<Source>? = record.declare(.source)
    let title = record.text("title", required: true)
    let publisher = record.text("publisher")
    let date = record.date("date")
    let kind = record.choice("kind", as: Source.Kind.self, required: true)
    let language = record.choice("language", of: ["vi", "en", "other"], required: true)
    let url = record.text("url")
    let copy = record.flag("copy")
    let note = record.localized("note")
    record.finish()
    guard let id, let title, let kind, let language else { return nil }
    self.init(
      id: id, title: title, publisher: publisher, date: date, kind: kind,
      titleLanguage: language == "other" ? "und" : language, url: url, isCopy: copy ?? false, note: note,
      line: record.place.dataLine)
  }
}
