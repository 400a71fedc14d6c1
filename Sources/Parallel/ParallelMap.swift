internal import Dispatch

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
  /// Within another map the elements are worked out in turn, on the core of that element: where that leaves cores
  /// idle, make one map of both.
  package func parallelMap<Output: Sendable, Failure: Error>(
    _ transform: @escaping @Sendable (Element) throws(Failure) -> Output
  ) throws(Failure) -> [Output] {
    let results = Locked<[Swift.Result<Output, Failure>?]>(
      Array<Swift.Result<Output, Failure>?>(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result: Swift.Result<Output, Failure>
      do throws(Failure) {
        result = .success(try transform(self[index]))
      } catch {
        result = .failure(error)
      }
      results.withLock { $0[index] = result }
    }
    var outputs: [Output] = []
    outputs.reserveCapacity(count)
    for result in results.withLock({ $0 }) { if let result { outputs.append(try result.get()) } }
    return outputs
  }
}
