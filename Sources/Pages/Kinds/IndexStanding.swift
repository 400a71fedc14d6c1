internal import GFM
internal import Scoring

/// The latest figure of an index for a province.
struct IndexStanding {
  let context: PageContext
  let index: IndexDescription
  let entity: Identifier<Entity>

  /// The value, the rank and the year; nil when no figure of the whole index is known.
  var cell: Markdown? {
    context.years(of: index, [entity]).first.flatMap { year in
      let reading = IndexReading(context: context, index: index, entity: entity, year: year)
      return reading.cell.map { $0 + " " + .emphasis(.text("(" + reading.period + ")")) }
    }
  }
}
