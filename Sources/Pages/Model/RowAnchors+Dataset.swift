package import Scoring
internal import Text

extension RowAnchors {
  /// The anchors of every file that has rows or items with an identity, by path.
  package static func all(in dataset: Dataset) -> [String: RowAnchors] {
    var rows: [String: [Row]] = [:]
    func add(_ line: DataLine, _ parts: [String?], _ distinctions: [String] = []) {
      let name = parts.compactMap { $0 }.filter { !$0.isEmpty }.map(plain).joined(separator: ".")
      rows[line.file, default: []].append(
        Row(line: line.line, name: name, distinctions: distinctions.map(plain)))
    }
    dataset.outcomes.forEach { add($0.line, $0.identity, $0.distinctions) }
    dataset.published.forEach { add($0.line, $0.identity, $0.distinctions) }
    dataset.scorecardEntries.forEach { add($0.line, $0.identity, $0.distinctions) }
    for plan in dataset.plans { addItems(of: plan) { add($0, $1) } }
    for edition in dataset.editions { addItems(of: edition) { add($0, $1) } }
    addCatalogue(of: dataset) { add($0, $1) }
    return rows.mapValues(RowAnchors.init)
  }

  private typealias Adding = (DataLine, [String?]) -> Void

  private static func addItems(of plan: Plan, _ add: Adding) {
    add(plan.line, [plan.id.rawValue])
    for target in plan.targets {
      add(target.line, [target.id.rawValue])
      guard case .staged(_, let stages) = target.goal else { continue }
      for stage in stages { add(stage.line, [target.id.rawValue, stage.by.description]) }
    }
    for task in plan.tasks { add(task.line, [task.id.rawValue]) }
    for part in plan.coverage?.parts ?? [] { add(part.line, ["coverage", part.locator.vi]) }
  }

  private static func addItems(of edition: Edition, _ add: Adding) {
    add(edition.line, [edition.id.rawValue])
    for count in edition.counts { add(count.line, ["count", count.level.rawValue]) }
    func addMaximum(_ maximum: Maximum?, _ name: [String]) {
      if let maximum { add(maximum.line, name) }
    }
    func addNode(_ node: ScoringNode) {
      let code = node.code.description
      add(node.line, [code])
      addMaximum(node.maximum, [code, "maximum"])
      addMaximum(node.appraisalMaximum, [code, "appraisal-maximum"])
      node.children.forEach(addNode)
    }
    edition.components.forEach(addNode)
    for part in edition.parts { addMaximum(part.maximum, ["part", part.id]) }
    for block in edition.blocks { addMaximum(block.maximum, ["block", block.id]) }
    for block in edition.combinedBlocks { addMaximum(block.maximum, ["blocks", block.id]) }
    for group in edition.groups {
      add(group.line, ["group", group.label] + group.years.map { Optional(String($0)) })
    }
  }

  private static func addCatalogue(of dataset: Dataset, _ add: Adding) {
    for source in dataset.sources { add(source.line, [source.id.rawValue]) }
    for indicator in dataset.indicators {
      add(indicator.line, [indicator.id.rawValue])
      for way in indicator.denominators { add(way.line, [indicator.id.rawValue, way.id.rawValue]) }
    }
    for index in dataset.indexes {
      add(index.line, [index.id])
      for seriesBreak in index.breaks { add(seriesBreak.line, [index.id, "from-\(seriesBreak.from)"]) }
    }
    for entity in dataset.entities {
      add(entity.line, [entity.id.rawValue])
      for entry in entity.responsibilities {
        add(entry.line, ["responsible", entry.component.description, entry.role.rawValue])
      }
    }
    for group in dataset.unitGroups {
      add(group.line, [group.id.rawValue])
      for unit in group.units { add(unit.line, [unit.id.rawValue]) }
    }
  }

  /// A part of a name in lower-case ASCII.
  private static func plain(_ part: String) -> String {
    let isPlain = part.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
      case UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
    return isPlain ? part : Slug.make(part)
  }
}

extension Outcome {
  fileprivate var identity: [String?] {
    [
      entity.rawValue, String(year), period.rawValue, asOf?.description, indicator.rawValue,
      denominator?.rawValue, level.rawValue,
    ]
  }

  fileprivate var distinctions: [String] {
    [citations.first?.source.rawValue ?? "", bound.rawValue + "-" + value.description]
  }
}

extension PublishedFigure {
  fileprivate var identity: [String?] { [entity.rawValue, index, String(year), node, measure.rawValue] }

  fileprivate var distinctions: [String] {
    [
      citations.first?.source.rawValue ?? "",
      [value?.description, rank.map { "rank-\($0)" }].compactMap { $0 }.joined(separator: "-"),
    ]
  }
}

extension ScorecardEntry {
  fileprivate var identity: [String?] { [entity.rawValue, String(year), node.description, basis.rawValue] }

  fileprivate var distinctions: [String] {
    let numbers = [selfPoints, points, percent].compactMap { $0?.description }
    return [
      citations.first?.source.rawValue ?? "",
      (numbers + [rank.map { "rank-\($0)" }].compactMap { $0 }).joined(separator: "-"),
    ]
  }
}
