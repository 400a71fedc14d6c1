internal import Scoring

/// What a question is about: a name and a year, which the cache can store and ask about again in another build.
protocol QuestionSubject: PageSubject {
  /// An identifier, index or path; empty when the question has none.
  var name: String { get }
  /// A year; 0 when the question has none.
  var year: Int { get }

  init(name: String, year: Int)
}

/// The subject of a question about all data, or of the only page of a writer.
package struct NoSubject: QuestionSubject {
  package init() {}
  init(name: String, year: Int) {}

  var name: String { "" }
  var year: Int { 0 }
}

extension SiteModel.IndexYearKey: QuestionSubject {
  init(name: String, year: Int) { self.init(index: name, year: year) }

  var name: String { index }
}

extension SiteModel.ProvinceYear: QuestionSubject {
  init(name: String, year: Int) { self.init(entity: Identifier(name), year: year) }

  var name: String { entity.rawValue }
}

extension Identifier: QuestionSubject {
  init(name: String, year: Int) { self.init(name) }

  var name: String { rawValue }
  var year: Int { 0 }
}

/// An identifier, index or path.
extension String: QuestionSubject {
  init(name: String, year: Int) { self = name }

  var name: String { self }
  var year: Int { 0 }
}

/// A year.
extension Int: QuestionSubject {
  init(name: String, year: Int) { self = year }

  var name: String { "" }
  var year: Int { self }
}

extension DataFilePart: QuestionSubject {
  init(name: String, year: Int) { self.init(path: name, page: year) }

  var name: String { path }
  /// The page, which a question keeps where others keep a year.
  var year: Int { page }
}
