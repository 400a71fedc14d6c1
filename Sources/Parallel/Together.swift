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
