internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
  /// The results in the order of the elements, worked out on all cores.
  ///
  /// The order of work does not show in the result, so the same input gives the same bytes on any machine. Of
  /// several errors, that of the first element is thrown.
  func parallelMap<Output: Sendable>(
    _ transform: @escaping @Sendable (Element) throws -> Output
  ) throws -> [Output] {
    let results = Mutex<[Int: Swift.Result<Output, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = Swift.Result { try transform(self[index]) }
      results.withLock { $0[index] = result }
    }
    let byIndex = results.withLock { $0 }
    return try indices.compactMap { try byIndex[$0]?.get() }
  }
}
