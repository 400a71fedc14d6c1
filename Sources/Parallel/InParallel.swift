/// Runs two pieces of work in parallel and returns both results; both have ended before this returns.
///
/// The calling thread runs the first piece. If that piece runs a parallel map, make it the longer of the two: a thread
/// that waits still counts as busy, so the map gets fewer helpers while the caller waits for the other piece.
///
/// - Throws: the error of the first piece, or else that of the second.
package func inParallel<First: Sendable, Second: Sendable, Failure: Error>(
  _ first: @escaping @Sendable () throws(Failure) -> First,
  _ second: @escaping @Sendable () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
  let other = SharedTask(second)
  other.schedule()
  let result = Result { () throws(Failure) in try first() }
  let otherResult = other.result()
  return (try result.get(), try otherResult.get())
}

/// Runs three pieces of work in parallel and returns their results; all have ended before this returns.
///
/// - Throws: the error of the first piece that has one.
package func inParallel<First: Sendable, Second: Sendable, Third: Sendable, Failure: Error>(
  _ first: @escaping @Sendable () throws(Failure) -> First,
  _ second: @escaping @Sendable () throws(Failure) -> Second,
  _ third: @escaping @Sendable () throws(Failure) -> Third
) throws(Failure) -> (First, Second, Third) {
  let (result, others) = try inParallel(first) { () throws(Failure) in try inParallel(second, third) }
  return (result, others.0, others.1)
}
