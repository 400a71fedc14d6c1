extension Dataset {
  /// The same data judged as of another day.
  package func withAsOf(_ day: CalendarDate) -> Dataset {
    Dataset(
      asOf: day, comparedProvinces: comparedProvinces, scorecardIndex: scorecardIndex, sources: sources,
      entities: entities, unitGroups: unitGroups, provinceMaps: provinceMaps,
      indicators: indicators, editions: editions, indexes: indexes, plans: plans, outcomes: outcomes,
      published: published, scorecardEntries: scorecardEntries, changes: changes, files: files)
  }
}
