internal import Foundation

/// Memory and open files of this process over many rounds, one line printed for each tenth of them.
struct Ledger {
  private let count: Int
  private var samples: [(round: Int, kilobytes: Int, files: Int)] = []

  init(name: String, count: Int) {
    self.count = count
    print("\(name), \(count) in one process:\n     round  resident KiB  open files")
  }

  mutating func add(_ round: Int) {
    guard round == 1 || round * 10 / count > (round - 1) * 10 / count else { return }
    let sample = (round, Self.kilobytes, Self.files)
    samples.append(sample)
    print([(round, 10), (sample.1, 14), (sample.2, 12)].map(Self.padded).joined())
    fflush(nil)
  }

  /// Whether no file more is open than at the first tenth, and the memory at the end is at most a tenth above that at
  /// three tenths: caches of the system libraries fill until then.
  var isFlat: Bool {
    guard samples.count > 4, let last = samples.last else { return true }
    let (early, begin) = (samples[3], samples[1])
    return last.files <= begin.files && last.kilobytes * 10 <= early.kilobytes * 11
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    String(repeating: " ", count: max(width - String(number).count, 0)) + String(number)
  }

  private static var kilobytes: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }

  private static var files: Int {
    ((try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []).count
  }
}
