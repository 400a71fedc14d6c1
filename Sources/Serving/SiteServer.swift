internal import Foundation

/// Serves a site from memory to this machine, makes it again when its files change, and tells the pages that are open.
package struct SiteServer: Sendable {
  /// What happens meanwhile, for messages in the terminal.
  package enum Event: Sendable {
    /// How changes are found.
    case watching(FolderWatch.Method)
    /// Requests are taken at this port.
    case listening(port: UInt16)
    /// A rebuild has ended and is shown; the paths that changed before it, none before the first.
    case rebuilt(Rebuild, took: Duration, changes: Set<String>)
  }

  var limits = ServerLimits()
  private let port: UInt16
  private let folders: [String]
  private let rebuild: @Sendable () async -> Rebuild
  private let report: @Sendable (Event) -> Void

  /// - Parameters:
  ///   - port: the port; 0 for any free one.
  ///   - folders: the folders whose changes lead to a rebuild.
  ///   - rebuild: makes the site of what the files hold now; at most one is under way.
  ///   - report: called with each event, from any thread, but never twice at once for one kind of event.
  package init(
    port: UInt16, folders: [String], rebuild: @escaping @Sendable () async -> Rebuild,
    report: @escaping @Sendable (Event) -> Void
  ) {
    (self.port, self.folders, self.rebuild, self.report) = (port, folders, rebuild, report)
  }

  /// Serves until the task is cancelled.
  ///
  /// - Throws: when the port cannot be had or the system stops taking connections.
  package func run() async throws(ServingFailure) {
    do {
      let listener = try Listener(port: port)
      let site = LiveSite(session: String(UInt64.random(in: 1..<(1 << 48)), radix: 36), port: listener.port)
      report(.listening(port: listener.port))
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await listener.run(limits, site.response) }
        group.addTask { await follow(site) }
        group.addTask {
          while true {
            try await Task.sleep(for: limits.heartbeat)
            await site.tell()
          }
        }
        try await group.next()
        group.cancelAll()
      }
    } catch {
      throw ServingFailure(error, port: port)
    }
  }

  private func follow(_ site: LiveSite) async {
    // As the watch begins before the first build, no change is missed.
    let watch = FolderWatch(folders: folders) { report(.watching($0)) }
    let loop = RebuildLoop(rebuild: rebuild) { result, took, changes in
      await site.take(result)
      report(.rebuilt(result, took: took, changes: changes))
    }
    await loop.changed([])
    for await change in watch.changes { await loop.changed(change) }
  }
}
