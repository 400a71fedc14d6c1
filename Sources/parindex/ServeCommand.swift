internal import ArgumentParser
internal import Dispatch
internal import Foundation
internal import Parallel
internal import Serving
internal import SiteGen
internal import Text

/// Serves a live preview of the site to its editor.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the site on this machine and keep it up to date while its files are edited.",
    discussion: """
      Open pages reload when a file is saved, and show the errors when there are any. Only this machine is \
      served, and nothing is written: the site is held in memory. Stop with Ctrl-C.

      Examples:
        parindex serve
        parindex serve --port 0 --lang vi
      """)

  @OptionGroup var options: SiteOptions
  @Option(help: "The port on 127.0.0.1; 0 for any free one.")
  var port: UInt16 = 8080

  func run() throws {
    let language = options.lang.language
    let signals = SignalWatch()
    try checkFolders(language)
    let queue = DispatchQueue(label: "rebuild")
    let site = SiteRun(options: options)
    let cache = Locked(SiteRun.Cache())
    let wording = ServeWording(language: language)
    let server = SiteServer(port: port, folders: options.folders) {
      await withCheckedContinuation { continuation in
        queue.async { continuation.resume(returning: Self.rebuild(site, cache)) }
      }
    } report: {
      Console.note(wording.line($0))
    }
    if let failure = Self.wait(for: server) {
      Console.note(wording.line(failure))
      throw ExitCode(failure.isUsage ? 64 : 70)
    }
    withExtendedLifetime(signals) {}
  }

  /// Folders may vanish later, but one missing at the start is a usage error.
  private func checkFolders(_ language: Language) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: options.data, isDirectory: &isFolder), isFolder.boolValue
    else {
      throw FolderFault.noDataFolder(options.data).commandEnd(language)
    }
    guard FileManager.default.fileExists(atPath: options.examples) else {
      throw FolderFault.noExampleFile(options.examples).commandEnd(language)
    }
  }

  private static func rebuild(_ site: SiteRun, _ cache: Locked<SiteRun.Cache>) -> Rebuild {
    do {
      let (output, pages, _) = try cache.withLock {
        try site.site(cache: &$0)
      }
      return .site(files: output.files, pages: pages)
    } catch let failure as SiteRun.Failure {
      return .findings(failure.findings)
    } catch let fault as FolderFault {
      return .findings([fault.finding])
    } catch {
      return .findings([Rule.buildFailed(error).finding(in: site.options.data)])
    }
  }

  /// Serves until the process ends.
  ///
  /// - Returns: the failure that ends serving.
  private static func wait(for server: SiteServer) -> ServingFailure? {
    let end = DispatchSemaphore(value: 0)
    let failure = Locked<ServingFailure?>(nil)
    Task {
      do throws(ServingFailure) {
        try await server.run()
      } catch {
        failure.withLock { $0 = error }
      }
      end.signal()
    }
    end.wait()
    return failure.withLock { $0 }
  }
}

extension ServingFailure {
  /// Whether another option would help.
  fileprivate var isUsage: Bool {
    switch self {
    case .portTaken, .portNotAllowed: true
    case .system: false
    }
  }
}
