internal import Scoring

/// Builds a ``ScorePlan``.
struct ScorePlanner {
  let index: CompositeIndex
  let valuesChange: Bool
  /// The value of every node for every unit under the weights of the framework.
  let nominal: [[Double?]]
  /// The nodes that are one column: leaves, and subtrees in which nothing changes.
  private var isColumn: [Bool]
  /// The nodes with a known value below them.
  private var isKnown: [Bool]
  var plan: ScorePlan

  /// The plan of an index.
  ///
  /// - Parameters:
  ///   - changing: the nodes whose weights change.
  ///   - valuesChange: whether leaf values change too. Missing values always stay missing.
  static func plan(for index: CompositeIndex, changing: some Sequence<Int>, valuesChange: Bool) -> ScorePlan {
    var planner = ScorePlanner(index: index, changing: Set(changing), valuesChange: valuesChange)
    if planner.isColumn[0] {
      planner.noteNegatives(in: 0)
      // The constant weight 1 of each draw makes the one column a mean.
      let part = Part(weight: index.nodes.count, child: .column(0))
      planner.addBlock(
        of: 0, aggregation: .arithmetic, parent: nil, groups: [Group(parts: [part], above: nil)])
    } else {
      planner.addBlocks(of: 0, parent: nil)
    }
    return planner.plan
  }

  private init(index: CompositeIndex, changing: Set<Int>, valuesChange: Bool) {
    self.index = index
    self.valuesChange = valuesChange
    nominal = index.nodeValues(weights: index.weights)
    isColumn = index.nodes.map { $0.column != nil }
    isKnown = nominal.map { values in values.contains { $0 != nil } }
    plan = ScorePlan(index: index)
    for position in index.nodes.indices.reversed() where !index.nodes[position].children.isEmpty {
      let children = index.nodes[position].children
      isColumn[position] = !valuesChange && children.allSatisfy { isColumn[$0] && !changing.contains($0) }
      isKnown[position] = children.contains { isKnown[$0] }
    }
  }

  // MARK: The tree

  /// The children that have a value for some unit.
  private func knownChildren(of node: Int) -> [Int] {
    index.nodes[node].children.filter { child in
      isColumn[child] ? nominal[child].contains { $0 != nil } : isKnown[child]
    }
  }

  /// Whether every unit has every part, so that the sum of weights is the same for all.
  private func isComplete(_ node: Int) -> Bool {
    nominal[node].allSatisfy { $0 != nil }
      && knownChildren(of: node).allSatisfy { child in nominal[child].allSatisfy { $0 != nil } }
  }

  /// Records negative values without meaning in a subtree that is one column.
  private mutating func noteNegatives(in node: Int) {
    guard !index.nodes[node].children.isEmpty else { return }
    for child in index.nodes[node].children {
      noteNegatives(in: child)
      noteNegatives(of: child, under: index.nodes[node].aggregation)
    }
  }

  private mutating func noteNegatives(of node: Int, under aggregation: Aggregation) {
    guard aggregation.needsNonNegative else { return }
    if nominal[node].contains(where: { ($0 ?? 0) < 0 }) { plan.neverScores = true }
  }

  // MARK: Blocks

  private enum Child {
    /// A node that is one column.
    case column(Int)
    /// A node whose children are terms of the same block.
    case merged(Int)
    /// The position of another block.
    case block(Int)
  }

  /// A child and the position of its raw weight.
  private struct Part {
    let weight: Int
    let child: Child
  }

  /// Siblings, and their parent if it is merged.
  private struct Group {
    let parts: [Part]
    let above: Int?
  }

  /// Adds the block of an inner node after those it uses, and returns its position.
  @discardableResult
  private mutating func addBlocks(of top: Int, parent: Aggregation?) -> Int {
    let aggregation = index.nodes[top].aggregation
    var groups: [Group] = []
    var pending = [top]
    while let node = pending.popLast() {
      var parts: [Part] = []
      for child in knownChildren(of: node) {
        if isColumn[child] {
          noteNegatives(in: child)
          noteNegatives(of: child, under: aggregation)
          parts.append(Part(weight: child, child: .column(child)))
        } else if aggregation == .arithmetic, index.nodes[child].aggregation == .arithmetic, isComplete(child)
        {
          pending.append(child)
          parts.append(Part(weight: child, child: .merged(child)))
        } else {
          parts.append(Part(weight: child, child: .block(addBlocks(of: child, parent: aggregation))))
        }
      }
      groups.append(Group(parts: parts, above: node == top ? nil : node))
    }
    return addBlock(of: top, aggregation: aggregation, parent: parent, groups: groups)
  }

  @discardableResult
  private mutating func addBlock(
    of top: Int, aggregation: Aggregation, parent: Aggregation?, groups: [Group]
  ) -> Int {
    let isComplete = isColumn[top] ? nominal[top].allSatisfy { $0 != nil } : isComplete(top)
    let parts = groups.flatMap(\.parts)
    // The kernel's columns take the first slots.
    var columns: [Int] = []
    var slots: [Int?] = parts.map { part in
      guard case .column(let node) = part.child, canBeMultipliedByZero(node, aggregation) else { return nil }
      columns.append(node)
      return plan.slots + columns.count - 1
    }
    let firstSlot = plan.slots
    plan.slots += columns.count
    var others: [ScorePlan.Term] = []
    var above: [Int: Int] = [:]
    for (place, part) in parts.enumerated() where slots[place] == nil {
      slots[place] = plan.slots
      switch part.child {
      case .merged(let node): above[node] = plan.slots
      case .block(let block):
        others.append(ScorePlan.Term(weight: part.weight, slot: plan.slots, source: .block(block)))
      case .column(let node):
        let values = addMatrix([node], aggregation)
        let source = ScorePlan.PlanSource.column(values: values, known: isComplete ? nil : addMarks([node]))
        others.append(ScorePlan.Term(weight: part.weight, slot: plan.slots, source: source))
      }
      plan.slots += 1
    }
    addSteps(groups, slots: slots.map { $0 ?? firstSlot }, above: above, isComplete: isComplete)
    let isDefined = plan.order.map { nominal[top][$0] != nil }
    plan.blocks.append(
      ScorePlan.PlanBlock(
        aggregation: aggregation, parent: parent,
        steps: plan.steps.count - groups.count..<plan.steps.count, isComplete: isComplete,
        isDefined: isDefined, columns: columns.count, values: addMatrix(columns, aggregation),
        slots: firstSlot, known: isComplete ? nil : addMarks(columns), others: others))
    return plan.blocks.count - 1
  }

  private mutating func addSteps(_ groups: [Group], slots: [Int], above: [Int: Int], isComplete: Bool) {
    var slots = slots[...]
    for group in groups {
      plan.steps.append(
        above: group.above.flatMap { above[$0] }, isNormalised: group.above != nil || isComplete,
        parts: zip(group.parts, slots).map { (weight: $0.weight, slot: $1) })
      slots = slots.dropFirst(group.parts.count)
    }
  }
}
