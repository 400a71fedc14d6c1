import Foundation
import TestSupport
import Testing

/// The same sources give the same bytes, wherever, however and by whomever a site is built.
struct RepeatabilityTests {
  /// Three processes: one with defaults, one on what it takes for eight processors and one on a single processor, the
  /// last two with everything else changed that could matter. Each has its own hash seed.
  @Test func hostileSurroundingsChangeNoByte() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let sources = folder.url.appending(path: "thư mục có dấu cách/Nguồn “ở đây”")
    try copyShuffled(to: sources)
    defer { try? setPermissions(below: sources, files: 0o644, folders: 0o755) }
    try setPermissions(below: sources, files: 0o444, folders: 0o555)
    for name in ["Một", "Hai"] {
      let place = folder.path(name)
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
      try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: place)
    }
    let runs = [
      try Command.start(["build", "--out", folder.path("chuẩn/_site")]),
      try Command.start(
        ["build", "--out", folder.path("Một/_site")],
        launcher: launcher(mask: "077", isStranger: true) + withEightProcessors(folder), in: sources,
        variables: ["TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "SOURCE_DATE_EPOCH": "1"]),
      try Command.start(
        ["build", "--out", "../../Hai/_site", "--lang", "vi"], launcher: launcher(mask: "000", cores: "0"),
        in: sources,
        variables: [
          "TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr",
        ]),
    ]
    for (process, collect) in runs {
      process.waitUntilExit()
      let result = try collect()
      #expect(result.code == 0 && result.output == "", "\(result.errors.suffix(2000))")
    }
    let usual = try folder.files(below: "chuẩn/_site")
    #expect(usual["manifest.json"] != nil)
    for name in ["Một", "Hai"] {
      let other = try folder.files(below: name + "/_site")
      #expect(usual.keys.sorted() == other.keys.sorted())
      #expect(usual.filter { other[$0.key] != $0.value }.keys.sorted() == [], "\(name)")
      for path in ["index.html", "en/index.html", "assets/style.css"] {
        let found = try FileManager.default.attributesOfItem(atPath: folder.path(name + "/_site/" + path))
        #expect(found[.posixPermissions] as? Int == 0o644)
      }
    }
  }

  #if os(Linux)
    /// The command obeys the number of processors that the library reports; otherwise the builds above would all run
    /// alike. It checks data, because the simulation, which is part of a build, starts threads differently.
    @Test func theCommandWorksOnTheProcessorsThatItMayUse() throws {
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      var launchers = [try withEightProcessors(folder)]
      if Self.hasCoreChoice { launchers.append(try launcher(mask: "022", cores: "0")) }
      let runs = try launchers.map { try Command.start(["validate"], launcher: $0) }
      let threads = mostThreads(of: runs.map(\.0))
      for (_, collect) in runs { #expect(try collect().code == 0) }
      #expect(threads[0] >= 6, "\(threads)")
      #expect(threads.dropFirst().allSatisfy { $0 <= 4 }, "\(threads)")
    }
  #endif

  /// The maximum number of threads of each process until all have ended; 0 where the system does not tell.
  private func mostThreads(of processes: [Process]) -> [Int] {
    var most = processes.map { _ in 0 }
    while processes.contains(where: \.isRunning) {
      for (place, process) in processes.enumerated() {
        let tasks = "/proc/\(process.processIdentifier)/task"
        let count = try? FileManager.default.contentsOfDirectory(atPath: tasks).count
        most[place] = max(most[place], count ?? 0)
      }
      Thread.sleep(forTimeInterval: 0.01)
    }
    return most
  }

  /// Preloads a library that reports eight processors into the command, but not into the programs that start it. The
  /// library is built here without a sanitizer, because it is called before a sanitizer has started.
  private func withEightProcessors(_ folder: TemporaryFolder) throws -> [String] {
    let library = folder.path("libEightProcessors.so")
    let source = Repository.root.appending(path: "Tests/CommandTests/eight_processors.c")
    _ = try output(of: [
      compiler(), "-shared", "-fPIC", "-o", library, source.path(percentEncoded: false),
    ])
    let launcher = ["/usr/bin/env", "LD_PRELOAD=" + library]
    // A library that cannot be loaded causes only a warning.
    #expect(try output(of: launcher + ["/usr/bin/nproc"]) == "8\n")
    return launcher
  }

  /// A C compiler: the one that comes with Swift, or else the system's.
  private func compiler() throws -> String {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map {
      URL(filePath: String($0))
    }
    // The command "swift" is often a link into the folder of its tools.
    let beside = folders.map {
      $0.appending(path: "swift").resolvingSymlinksInPath().deletingLastPathComponent()
    }
    let candidates = beside.map { $0.appending(path: "clang") } + folders.map { $0.appending(path: "cc") }
    let paths = candidates.map { $0.path(percentEncoded: false) }
    return try #require(paths.first(where: FileManager.default.isExecutableFile))
  }

  /// The output of a program.
  private func output(of line: [String]) throws -> String {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: line[0])
    process.arguments = Array(line.dropFirst())
    process.standardOutput = pipe
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(line)")
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Copies the source folders of a site with their files created in another order.
  private func copyShuffled(to target: URL) throws {
    for name in ["Data", "site", "Examples/synthetic-63", "Examples/internal-index"] {
      let source = Repository.root.appending(path: name)
      let paths = try FileManager.default.subpathsOfDirectory(atPath: source.path())
        .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
        .sorted { String($0.reversed()) > String($1.reversed()) }
      for path in paths {
        var isFolder: ObjCBool = false
        let file = source.appending(path: path)
        guard FileManager.default.fileExists(atPath: file.path(), isDirectory: &isFolder), !isFolder.boolValue
        else { continue }
        let copy = target.appending(path: name).appending(path: path)
        try FileManager.default.createDirectory(
          at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(contentsOf: file).write(to: copy)
      }
    }
  }

  private func setPermissions(below folder: URL, files: Int, folders: Int) throws {
    let root = folder.path(percentEncoded: false)
    for path in [root] + (try FileManager.default.subpathsOfDirectory(atPath: root)).map({ root + "/" + $0 })
    {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      try FileManager.default.setAttributes(
        [.posixPermissions: isFolder.boolValue ? folders : files], ofItemAtPath: path)
    }
  }

  /// Sets the umask and, where the system has the tools and the permissions, another user and the cores to use. One
  /// core gives one thread.
  private func launcher(mask: String, isStranger: Bool = false, cores: String? = nil) throws -> [String] {
    var line = ["/bin/sh", "-c", "umask \(mask); exec \"$@\"", "sh"]
    if let cores, Self.hasCoreChoice {
      line += ["/usr/bin/taskset", "-c", cores]
    }
    if isStranger, geteuid() == 0, FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv"),
      Self.isReadableByAll(Repository.root)
    {
      line += ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    }
    return line
  }

  /// Whether the system has a tool that chooses the cores.
  private static let hasCoreChoice = FileManager.default.isExecutableFile(atPath: "/usr/bin/taskset")

  /// Whether everybody can read the content of a folder, such as the built command.
  private static func isReadableByAll(_ folder: URL) -> Bool {
    var path = folder.standardizedFileURL
    while path.path() != "/" {
      let found = try? FileManager.default.attributesOfItem(atPath: path.path(percentEncoded: false))
      guard let mode = found?[.posixPermissions] as? Int, mode & 0o005 == 0o005 else { return false }
      path = path.deletingLastPathComponent()
    }
    return true
  }
}
