internal import ArgumentParser
internal import Robustness
internal import Scoring
internal import SiteGen
internal import Text

/// The score differences that `parindex score` explains.
struct ScoreDifferences {
  let index: CompositeIndex
  /// The index of the earlier scores; nil when there are none.
  let earlier: CompositeIndex?
  let language: Language

  typealias Difference = (subject: DifferenceReport.DifferenceSubject, difference: ScoreDifference)

  /// The gap between two units, given as `A:B`.
  ///
  /// - Throws: a usage error when a unit does not exist; exit code 1 when the gap is not a sum of parts.
  func gap(_ pair: String) throws -> [Difference] {
    let (first, second) = try units(of: pair)
    noteMissing([first, second], in: index)
    guard let difference = ScoreDifference(between: first, and: second, in: index) else { throw notASum() }
    return [(.gap(first: index.units[first], second: index.units[second]), difference)]
  }

  /// The change of every unit ranked in both indexes; empty without an earlier index.
  ///
  /// - Throws: exit code 1 when a change is not a sum of parts.
  func changes() throws -> [Difference] {
    guard let earlier else { return [] }
    let common = index.units.filter(earlier.units.contains)
    let others =
      index.units.filter { !earlier.units.contains($0) } + earlier.units.filter { !index.units.contains($0) }
    if !others.isEmpty {
      let names = others.joined(separator: ", ")
      Console.note(
        language == .vietnamese
          ? "Chỉ có điểm ở một bên: \(names)." : "With scores on one side only: \(names).")
    }
    noteMissing(index.units.indices.filter { common.contains(index.units[$0]) }, in: index)
    noteMissing(earlier.units.indices.filter { common.contains(earlier.units[$0]) }, in: earlier)
    return try common.map { unit in
      guard let difference = ScoreDifference(of: unit, from: earlier, to: index) else { throw notASum() }
      return (.change(unit: unit), difference)
    }
  }

  /// The units of `A:B`; their names may contain colons.
  ///
  /// - Throws: a usage error when there are no such units.
  private func units(of pair: String) throws -> (Int, Int) {
    for colon in pair.indices where pair[colon] == ":" {
      let names = (String(pair[..<colon]), String(pair[pair.index(after: colon)...]))
      if let first = index.units.firstIndex(of: names.0), let second = index.units.firstIndex(of: names.1) {
        return (first, second)
      }
    }
    throw ValidationError(
      "'\(pair)' does not name two ranked units as A:B. Known: \(index.units.joined(separator: ", ")).")
  }

  /// Names the units with missing values, because the weight of these goes to the known values.
  private func noteMissing(_ units: [Int], in index: CompositeIndex) {
    let names = units.filter { index.coverage[$0] < 1 }.map { index.units[$0] }.joined(separator: ", ")
    guard !names.isEmpty else { return }
    Console.note(
      language == .vietnamese
        ? "\(names): điều chưa biết được bỏ ra, trọng số của nó chia cho phần đã biết."
        : "\(names): what is not known is left out and its weight shared out among what is known.")
  }

  private func notASum() -> ExitCode {
    Console.note(
      language == .vietnamese
        ? "Gốc không gộp bằng trung bình cộng hoặc có đơn vị không có điểm, nên không chia được thành các phần."
        : "The root is no arithmetic mean or a unit has no score, so the difference is no sum of parts.")
    return ExitCode(1)
  }
}
