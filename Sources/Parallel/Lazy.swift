/// A value that is worked out when it is first asked for, once, whoever asks.
package final class Lazy<Value: Sendable>: Sendable {
  @usableFromInline let known = Locked<Value?>(nil)
  @usableFromInline let make: @Sendable () -> Value

  @inlinable package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// The value; who asks while another thread works it out waits for it.
  @inlinable package var value: Value {
    known.withLock { known in
      if let known { return known }
      let value = make()
      known = value
      return value
    }
  }
}
