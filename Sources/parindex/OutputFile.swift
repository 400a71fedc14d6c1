internal import Foundation

/// A file that is written in parts but appears as a whole: it gets its name once complete, and an earlier file stays
/// until then.
final class OutputFile {
  private let target: URL
  private let place: URL
  private let handle: FileHandle
  private let partialFiles: PartialFiles
  private var buffer: [UInt8] = []

  /// Opens the file. Writes directly to anything that is not a regular file, such as a pipe or a device.
  ///
  /// - Parameter partialFiles: lists the file until it is complete.
  /// - Throws: when it cannot be written.
  init(_ path: String, among partialFiles: PartialFiles) throws {
    self.partialFiles = partialFiles
    let given = URL(filePath: path).standardizedFileURL
    // Names of open files, such as /dev/stderr, can lead to regular files of other programs.
    let isNameOfOpenFile = ["/dev/", "/proc/"].contains(where: given.path(percentEncoded: false).hasPrefix)
    target = isNameOfOpenFile ? given : given.resolvingSymlinksInPath()
    let attributes = try? FileManager.default.attributesOfItem(atPath: target.path(percentEncoded: false))
    let isPlain =
      !isNameOfOpenFile && attributes.map { $0[.type] as? FileAttributeType == .typeRegular } ?? true
    let partial = ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)"
    place = isPlain ? target.deletingLastPathComponent().appending(path: partial) : target
    if isPlain { try partialFiles.create(place) }
    handle = try FileHandle(forWritingTo: place)
  }

  /// Appends text.
  ///
  /// - Throws: when it cannot be written, for example on a full disk.
  func write(_ text: String) throws {
    buffer += text.utf8
    if buffer.count >= 1 << 18 { try flush() }
  }

  /// Moves the complete file to its final name.
  ///
  /// - Throws: when it cannot be written.
  func finish() throws {
    try flush()
    try handle.close()
    guard place != target else { return }
    guard partialFiles.move(place, to: target) else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: target.path(percentEncoded: false)])
    }
  }

  /// Removes the unfinished file.
  func abandon() {
    try? handle.close()
    if place != target { partialFiles.remove(place) }
  }

  private func flush() throws {
    try handle.write(contentsOf: buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
