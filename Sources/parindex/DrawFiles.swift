internal import Robustness
internal import Scoring
internal import Text

/// Files for checking every rank with another program: the weights of each draw and the resulting ranks.
///
/// A signal that ends the process removes unfinished files.
struct DrawFiles {
  private let weights: OutputFile?
  private let ranks: OutputFile?
  /// Nil when no file is requested.
  private let signals: SignalWatch?
  /// The nodes whose weights are written.
  private let nodes: [Int]
  private let unitCount: Int

  /// Opens the files; nil for a file that is not requested.
  ///
  /// - Parameter nodes: the nodes whose weights are drawn; the others keep the weights of the framework.
  /// - Throws: when they cannot be written.
  init(weights: String?, ranks: String?, index: CompositeIndex, nodes: [Int]) throws {
    self.nodes = nodes
    unitCount = index.units.count
    let partialFiles = PartialFiles()
    let signals = weights == nil && ranks == nil ? nil : SignalWatch(removing: partialFiles)
    self.signals = signals
    do {
      self.weights = try weights.map { try OutputFile($0, among: partialFiles) }
      self.ranks = try ranks.map { try OutputFile($0, among: partialFiles) }
      try self.weights?.write(CSVWriter.text(of: [["draw"] + nodes.map { index.nodes[$0].code }]))
      try self.ranks?.write(CSVWriter.text(of: [["draw"] + index.units]))
    } catch {
      partialFiles.removeAll()
      signals?.end()
      throw error
    }
  }

  /// Whether no file is requested.
  var isEmpty: Bool { weights == nil && ranks == nil }

  /// Appends the draws of a batch.
  ///
  /// - Parameter numbers: the number of each draw.
  /// - Throws: when they cannot be written.
  func write(_ batch: DrawBatch, numbers: [Int]) throws {
    for (offset, number) in numbers.enumerated() {
      let draw = batch.firstDraw + offset
      if let weights {
        let all = batch.rawWeights(draw)
        var line = String(number)
        for node in nodes {
          line += ","
          line += all[node].description
        }
        try weights.write(line + "\n")
      }
      if let ranks {
        var line = String(number)
        if let all = batch.ranks(draw) {
          for rank in all {
            line += ","
            line += String(rank)
          }
        } else {
          line += String(repeating: ",", count: unitCount)
        }
        try ranks.write(line + "\n")
      }
    }
  }

  /// Moves the complete files to their final names.
  ///
  /// - Throws: when they cannot be written.
  func finish() throws {
    try weights?.finish()
    try ranks?.finish()
    signals?.end()
  }

  /// Removes the unfinished files.
  func abandon() {
    weights?.abandon()
    ranks?.abandon()
    signals?.end()
  }
}
