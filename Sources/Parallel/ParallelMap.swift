extension Array {
  /// The elements in order, in slices of up to 64. A parallel map over chunks pays off where the work on one element is
  /// too small to be scheduled alone.
  package var chunks: [ArraySlice<Element>] {
    stride(from: 0, to: count, by: 64).map { self[$0..<Swift.min($0 + 64, count)] }
  }
}

extension Array where Element: Sendable {
  /// Transforms the elements on all cores and returns the results in the order of the elements.
  ///
  /// The result does not depend on scheduling, so the same input gives the same bytes on any machine. If several
  /// elements fail, the error of the first one in the array is thrown.
  ///
  /// Elements are started in their order. Calls can be nested, within each other and within
  /// ``inParallel(_:_:)``: cores that become free join in.
  package func parallelMap<Output: Sendable, Failure: Error>(
    _ transform: @escaping @Sendable (Element) throws(Failure) -> Output
  ) throws(Failure) -> [Output] {
    let results = Locked<[Swift.Result<Output, Failure>?]>(
      Array<Swift.Result<Output, Failure>?>(repeating: nil, count: count))
    let nextIndex = Locked(0)
    let work: @Sendable () -> Void = {
      while true {
        let index = nextIndex.withLock { next in
          defer { next += 1 }
          return next
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
    // `DispatchQueue.concurrentPerform` would not do: nested calls of it run serially.
    let helpers = (0..<Swift.max(Swift.min(Processors.count, count) - 1, 0)).map { _ in SharedTask(work) }
    for helper in helpers { helper.schedule() }
    work()
    for helper in helpers { _ = helper.result() }
    var outputs: [Output] = []
    outputs.reserveCapacity(count)
    for result in results.withLock({ $0 }) { if let result { outputs.append(try result.get()) } }
    return outputs
  }
}
