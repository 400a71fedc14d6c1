internal import CSystem

/// The processors that this process may use.
enum Processors {
  /// How many there are, at least 1. Asked for once.
  static let count = Int(processors_allowed())
}
