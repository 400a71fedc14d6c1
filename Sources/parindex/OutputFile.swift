internal import Foundation

/// A file that is written piece by piece and is there as a whole or not at all: it takes its name once it is
/// complete, so that an earlier file stays until then.
final class OutputFile {
  private let target: URL
  private let place: URL
  private let handle: FileHandle
  private let partialFiles: PartialFiles
  private var buffer: [UInt8] = []

  /// Begins the file. What is there and is no plain file, such as a pipe or a device, is written to as it is.
  ///
  /// - Parameter partialFiles: where it is listed until it is complete.
  /// - Throws: when it cannot be written.
  init(_ path: String, among partialFiles: PartialFiles) throws {
    self.partialFiles = partialFiles
    let given = URL(filePath: path).standardizedFileURL
    // Names of open files, such as /dev/stderr, lead to plain files that are somebody else's.
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

  /// Adds text.
  ///
  /// - Throws: when it cannot be written, such as on a full disk.
  func write(_ text: String) throws {
    buffer += text.utf8
    if buffer.count >= 1 << 18 { try flush() }
  }

  /// Puts the complete file in its place.
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

  /// Removes what was written so far.
  func abandon() {
    try? handle.close()
    if place != target { partialFiles.remove(place) }
  }

  private func flush() throws {
    try handle.write(contentsOf: buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
