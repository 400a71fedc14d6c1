internal import FlyingFox
internal import FlyingSocks
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
    self.port = port
    self.folders = folders
    self.rebuild = rebuild
    self.report = report
  }

  /// Serves until the task is cancelled.
  ///
  /// - Throws: when the port cannot be had or the system stops taking connections.
  package func run() async throws(ServingFailure) {
    let site = LiveSite(session: String(UInt64.random(in: 1..<(1 << 48)), radix: 36))
    do {
      // The first build may take long, and requests wait for it.
      let server = HTTPServer(
        config: .init(
          address: try .inet(ip4: "127.0.0.1", port: port), timeout: 3600, logger: .disabled),
        handler: SiteHandler(site: site))
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        group.addTask { try await follow(site, server) }
        try await group.next()
        group.cancelAll()
      }
    } catch {
      throw ServingFailure(error, port: port)
    }
  }

  private func follow(_ site: LiveSite, _ server: HTTPServer) async throws {
    try await server.waitUntilListening(timeout: 60)
    guard case .ip4(_, let port) = await server.listeningAddress else { throw SocketError.unsupportedAddress }
    report(.listening(port: port))
    // As the watch begins before the first build, no change is missed.
    let watch = FolderWatch(folders: folders) { report(.watching($0)) }
    let loop = RebuildLoop(rebuild: rebuild) { result, took, changes in
      await site.take(result)
      report(.rebuilt(result, took: took, changes: changes))
    }
    await loop.changed([])
    for await change in watch.changes { await loop.changed(change.paths) }
  }
}
