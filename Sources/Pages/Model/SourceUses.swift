internal import Scoring

/// How many data items cite each source: targets, tasks, outcomes, published figures, scorecard rows, and the statements of
/// editions, indexes, plans and profiles.
struct SourceUses: Sendable {
  private var counts: [Identifier<Source>: Int] = [:]

  init(_ dataset: Dataset) {
    for row in dataset.outcomes { add(row.citations) }
    for row in dataset.published { add(row.citations) }
    for row in dataset.scorecardEntries { add(row.citations) }
    for target in dataset.targets { add([target.citation] + target.repeats.map(\.citation)) }
    for task in dataset.tasks { add([task.citation] + task.repeats) }
    for plan in dataset.plans { add([plan.citation]) }
    for entity in dataset.entities {
      for reference in entity.references { add([reference.citation]) }
      for item in entity.responsibilities { add([item.citation]) }
    }
    for index in dataset.indexes {
      add(index.citations)
      for item in index.breaks { add(item.citation.map { [$0] } ?? []) }
      for statement in index.method { add(sources: statement.sources) }
    }
    for edition in dataset.editions { add(edition) }
  }

  /// How many items cite the source.
  func count(of source: Identifier<Source>) -> Int { counts[source] ?? 0 }

  private mutating func add(_ edition: Edition) {
    add(sources: edition.yearsBacking.sources)
    for candidate in edition.counts.flatMap(\.candidates) { add(sources: candidate.sources) }
    for node in edition.nodes {
      add(sources: node.maximum?.sources ?? [])
      add(sources: node.appraisalMaximum?.sources ?? [])
      add(sources: node.countSources)
    }
    for block in edition.parts + edition.blocks { add(sources: block.maximum?.sources ?? []) }
    for block in edition.combinedBlocks { add(sources: block.maximum.sources) }
    for group in edition.groups { add(sources: group.backing.sources) }
  }

  private mutating func add(_ citations: [Citation]) { add(sources: citations.map(\.source)) }

  /// Counts an item once for each of its sources.
  private mutating func add(sources: [Identifier<Source>]) {
    for source in Set(sources) { counts[source, default: 0] += 1 }
  }
}
