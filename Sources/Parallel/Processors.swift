internal import CSystem

/// The processors available to this process.
enum Processors {
  /// Their number, at least 1; read from the system once.
  static let count = Int(processors_allowed())
}
