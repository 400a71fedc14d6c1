/// A value that is computed on first use, once, whichever thread asks first.
package final class Lazy<Value: Sendable>: Sendable {
  @usableFromInline let computed = Locked<Value?>(nil)
  @usableFromInline let compute: @Sendable () -> Value

  @inlinable package init(_ compute: @escaping @Sendable () -> Value) { self.compute = compute }

  /// The value. A thread that asks while another computes it waits for that one.
  @inlinable package var value: Value {
    computed.withLock { computed in
      if let computed { return computed }
      let value = compute()
      computed = value
      return value
    }
  }
}
