internal import Scoring

/// A promise whose verdict rests on a row of a data file.
package struct RowUse: Hashable, Encodable, Sendable {
  /// The line on which the row begins.
  let line: Int
  let promise: Identifier<Promise>

  /// The uses of the rows of each file, by path, in the order of lines and promises.
  static func all(in records: some Sequence<PromiseRecord>) -> [String: [RowUse]] {
    var uses: [String: Set<RowUse>] = [:]
    for record in records {
      for judgement in record.attainments.flatMap(\.judgements) {
        for outcome in judgement.answers + judgement.baseline {
          uses[outcome.line.file, default: []].insert(RowUse(line: outcome.line.line, promise: record.id))
        }
      }
    }
    return uses.mapValues { $0.sorted { ($0.line, $0.promise) < ($1.line, $1.promise) } }
  }
}
