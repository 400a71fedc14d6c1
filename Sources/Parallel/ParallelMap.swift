extension Array {
  /// The elements in order, some together, for work that is too little on each of them to be handed out alone.
  package var inPieces: [ArraySlice<Element>] {
    stride(from: 0, to: count, by: 64).map { self[$0..<Swift.min($0 + 64, count)] }
  }
}

extension Array where Element: Sendable {
  /// The results in the order of the elements, worked out on all cores.
  ///
  /// The order of work does not show in the result, so the same input gives the same bytes on any machine. Of
  /// several errors, that of the first element is thrown.
  /// The elements are begun in their order. Within another map, or beside other work, cores that become free help.
  package func parallelMap<Output: Sendable, Failure: Error>(
    _ transform: @escaping @Sendable (Element) throws(Failure) -> Output
  ) throws(Failure) -> [Output] {
    let results = Locked<[Swift.Result<Output, Failure>?]>(
      Array<Swift.Result<Output, Failure>?>(repeating: nil, count: count))
    let begun = Locked(0)
    let work: @Sendable () -> Void = {
      while true {
        let index = begun.withLock { begun in
          defer { begun += 1 }
          return begun
        }
        guard index < self.count else { return }
        let result: Swift.Result<Output, Failure>
        do throws(Failure) {
          result = .success(try transform(self[index]))
        } catch {
          result = .failure(error)
        }
        results.withLock { $0[index] = result }
      }
    }
    // Not by `concurrentPerform`: what it calls can not call it again but in turn.
    let others = Swift.min(Processors.count, count) - 1
    let errands = (0..<Swift.max(others, 0)).map { _ in Errand(work) }
    for errand in errands { errand.offer() }
    work()
    for errand in errands { _ = errand.end() }
    var outputs: [Output] = []
    outputs.reserveCapacity(count)
    for result in results.withLock({ $0 }) { if let result { outputs.append(try result.get()) } }
    return outputs
  }
}
