internal import GFM
internal import Scoring

/// The paragraph that tells what the data hold of a province in one year.
struct ProvinceYearStory {
  let context: PageContext
  let entity: Identifier<Entity>
  let year: Int

  private func reading(_ index: IndexDescription, _ year: Int) -> IndexReading {
    IndexReading(context: context, index: index, entity: entity, year: year)
  }

  private var story: YearStory {
    let promises = Promise.all(in: context.data.attainmentsOfEntity(entity)).filter {
      $0.scope == .administrativeReform
    }
    return YearStory(
      year: year,
      steps: context.yearlyIndexes.map { index in
        let (before, after) = (reading(index, year - 1), reading(index, year))
        let isSameScale = before.scale == after.scale
        return YearStory.IndexStep(
          index: index.id,
          step: YearStory.Step(
            before: isSameScale ? before.onlyValue : nil, after: after.onlyValue,
            isPublished: after.cell != nil, isNewSeries: index.breaks.contains { $0.from == year }),
          hasRanks: before.rank != nil && after.rank != nil)
      },
      promises: AttainmentCounts(promises.filter { $0.deadlineYear == year }),
      otherYears: AttainmentCounts(promises.filter { $0.deadlineYear != year }))
  }

  var paragraph: Markdown {
    let indexes = context.yearlyIndexes
    func figure(_ id: String, _ year: Int) -> Markdown {
      indexes.first { $0.id == id }.flatMap { reading($0, year).cell } ?? context.unknown
    }
    func rank(_ id: String, _ year: Int) -> Markdown {
      indexes.first { $0.id == id }.flatMap { reading($0, year).rank } ?? context.unknown
    }
    return YearStoryWording.sentences(story).map { pieces in
      pieces.map { piece -> Markdown in
        switch piece {
        case .text(let text): context.markdown(text)
        case .index(let id): .text(indexes.first { $0.id == id }.map(context.shortName) ?? id)
        case .before(let id): figure(id, year - 1)
        case .after(let id): figure(id, year)
        case .rankBefore(let id): rank(id, year - 1)
        case .rankAfter(let id): rank(id, year)
        }
      }.joined()
    }.joined(separator: " ")
  }
}

extension Promise {
  /// The year in which the last of its parts is due.
  fileprivate var deadlineYear: Int? { parts.map(\.target.deadline.lastDay.year).max() }
}
