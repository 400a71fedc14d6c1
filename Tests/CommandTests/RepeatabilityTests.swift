import Foundation
import TestSupport
import Testing

/// The same sources give the same bytes, wherever, by whomever and however a site is built.
struct RepeatabilityTests {
  /// Three processes: one as anybody builds, one on what it takes for eight processors and one on a single processor,
  /// both with whatever else could make a difference. Each has its own order of hash tables.
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
    /// The command believes what it is told of processors; else the builds above would all work alike. It checks data, as
    /// the simulation, which builds have part of, asks for threads in another way.
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

  /// How many threads each process has had at most, looked at until all have ended; 0 where the system does not say.
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

  /// Loads a library that tells of eight processors before the command, and before no program that starts it. The
  /// library is made here, without a sanitizer: what it tells is asked before one has begun.
  private func withEightProcessors(_ folder: TemporaryFolder) throws -> [String] {
    let library = folder.path("libEightProcessors.so")
    let source = Repository.root.appending(path: "Tests/CommandTests/eight_processors.c")
    _ = try output(of: [
      compiler(), "-shared", "-fPIC", "-o", library, source.path(percentEncoded: false),
    ])
    let launcher = ["/usr/bin/env", "LD_PRELOAD=" + library]
    // A library that can not be loaded is left out with a mere remark.
    #expect(try output(of: launcher + ["/usr/bin/nproc"]) == "8\n")
    return launcher
  }

  /// A compiler of C: the one that comes with Swift, else the one of the system.
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

  /// What a program prints.
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

  /// The folders that a site is made of, their files made in another order than the usual.
  private func copyShuffled(to target: URL) throws {
    for name in ["Data", "site", "Examples/synthetic-63"] {
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

  /// Sets the mask for new files, and where the system has the tools and the rights for it, another user and the
  /// cores to run on, so one core gives one thread.
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

  /// Whether the system has the tool that names the cores to run on.
  private static let hasCoreChoice = FileManager.default.isExecutableFile(atPath: "/usr/bin/taskset")

  /// Whether everybody can reach what is in a folder, such as the built command.
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
