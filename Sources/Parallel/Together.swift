/// Two pieces of work side by side; both end before this returns.
///
/// The first is done by the thread that calls. Where the other cores do much within it, it is to be the longer one:
/// the threads that help count as working while they wait.
///
/// - Throws: the error of the first piece, or else that of the second.
package func together<First: Sendable, Second: Sendable, Failure: Error>(
  _ first: @escaping @Sendable () throws(Failure) -> First,
  _ second: @escaping @Sendable () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
  let other = Errand(second)
  other.offer()
  let result = Result { () throws(Failure) in try first() }
  let otherResult = other.end()
  return (try result.get(), try otherResult.get())
}

/// Three pieces of work side by side; all end before this returns.
///
/// - Throws: the error of the first piece that has one.
package func together<First: Sendable, Second: Sendable, Third: Sendable, Failure: Error>(
  _ first: @escaping @Sendable () throws(Failure) -> First,
  _ second: @escaping @Sendable () throws(Failure) -> Second,
  _ third: @escaping @Sendable () throws(Failure) -> Third
) throws(Failure) -> (First, Second, Third) {
  let (result, others) = try together(first) { () throws(Failure) in try together(second, third) }
  return (result, others.0, others.1)
}
