internal import Dispatch
internal import Foundation
internal import Files

/// Ends the process on SIGINT, SIGTERM and SIGHUP: at once, or, while a site is being published, as soon as
/// everything is put back. Unfinished files are removed.
struct SignalWatch {
  /// Asks a publisher to stop.
  let interruption: Interruption
  private let sources: [(number: Int32, source: any DispatchSourceSignal)]

  /// Watches from now on.
  ///
  /// - Parameter files: what is removed before the process ends.
  init(removing files: PartialFiles = PartialFiles()) {
    let interruption = Interruption()
    self.interruption = interruption
    // A limit on file sizes then shows as an error of the write.
    signal(SIGXFSZ, SIG_IGN)
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        interruption.exitCode = 128 + number
        if interruption.request() { files.end(exitCode: 128 + number) }
      }
      source.resume()
      return (number, source)
    }
  }

  /// Watches no longer: a signal then ends the process as ever.
  func end() {
    for (number, source) in sources {
      source.cancel()
      signal(number, SIG_DFL)
    }
  }
}
