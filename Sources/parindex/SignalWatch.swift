internal import Dispatch
internal import Foundation
internal import Files

/// Ends the process on SIGINT, SIGTERM and SIGHUP: at once, or during publishing as soon as everything is rolled back.
/// Removes unfinished files.
struct SignalWatch {
  /// Asks a publisher to stop.
  let interruption: Interruption
  private let sources: [(number: Int32, source: any DispatchSourceSignal)]

  /// Starts watching.
  ///
  /// - Parameter files: the files to remove before the process ends.
  init(removing files: PartialFiles = PartialFiles()) {
    let interruption = Interruption()
    self.interruption = interruption
    // Makes a file size limit appear as a write error.
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

  /// Stops watching: signals then have their default effect.
  func end() {
    for (number, source) in sources {
      source.cancel()
      signal(number, SIG_DFL)
    }
  }
}
