internal import FlyingSocks
internal import Foundation

/// Why nothing can be served.
package enum ServingFailure: Error, Hashable, Sendable {
  /// Another program has the port.
  case portTaken(UInt16)
  /// This user may not have the port.
  case portNotAllowed(UInt16)
  /// The system refused something else; in its words.
  case system(String)

  init(_ error: any Error, port: UInt16) {
    switch error {
    case SocketError.failed(_, EADDRINUSE, _): self = .portTaken(port)
    case SocketError.failed(_, EACCES, _): self = .portNotAllowed(port)
    default: self = .system("\(error)")
    }
  }
}
