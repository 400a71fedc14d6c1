public import Scoring
public import Text

/// A tree of weighted indicators with a table of scores, made ready to be computed in floating point.
///
/// Points of an edition are exact and stay so in ``FrameworkScorer``; this is the form in which weights are
/// changed, indicators normalised and ranks simulated.
public struct CompositeIndex: Sendable {
  /// One node. Parents come before their children.
  public struct Node: Sendable {
    /// The code, unique in the tree.
    public let code: String
    /// The name; nil when the framework gives none.
    public let name: LocalizedText?
    /// The position of the node above; nil for the root.
    public let parent: Int?
    /// The positions of the nodes below, in order; empty for a leaf.
    public let children: [Int]
    /// The raw weight beside its siblings: finite, not below 0; 1 for the root. In a framework of points the
    /// maximum points.
    public let weight: Double
    /// How the values below become the node's.
    public let aggregation: Aggregation
    /// The column of a leaf in ``values``; nil for an inner node.
    public let column: Int?
  }

  /// What is scored at a leaf and how it is read.
  public struct Leaf: Sendable {
    /// The position of the node.
    public let node: Int
    /// How raw values become comparable.
    public let normalisation: Normalisation
    /// Whether less is better.
    public let lowerIsBetter: Bool
    /// The maximum points, above 0; nil in a framework of weights.
    public let maximum: Double?
    /// The raw values, one a unit; nil where not known.
    public let raw: [Double?]
    /// The decimals that each raw value is printed with; nil where not known.
    public let printedPlaces: [Int?]
    /// Units to which the node does not apply: neither its weight nor its value counts for them.
    public let notApplicable: Set<Int>
  }

  /// A unit that takes no part in the ranks.
  public struct Unranked: Hashable, Sendable {
    /// The name.
    public let unit: String
    /// The share of the weight that its known values cover, 0 to 1.
    public let coverage: Double
  }

  /// The nodes, the root first, parents before children, siblings in order.
  public let nodes: [Node]
  /// The leaves in column order.
  public let leaves: [Leaf]
  /// The units that are ranked, in the order of the table.
  public let units: [String]
  /// The units left out because too little of them is known, in the order of the table.
  public let unranked: [Unranked]
  /// For each ranked unit the share of the weight that its known values cover, above 0, at most 1.
  public let coverage: [Double]
  /// The normalised values: `values[column][unit]`; nil where not known.
  public let values: [[Double?]]
  /// What the score of the root is multiplied by: the maximum points in a framework of points, else 1.
  public let scale: Double
  /// The least coverage that is ranked, 0 to 1. What is missing above it is left out and the weights of its
  /// siblings are scaled up.
  public let minimumCoverage: Double
  /// Indicators that were left out, and why.
  public let leftOut: [LeftOut]

  /// An indicator that takes no part.
  public struct LeftOut: Hashable, Sendable {
    /// Why an indicator takes no part.
    public enum Reason: Hashable, Sendable {
      /// No unit has a value.
      case missingEverywhere
      /// It can not be normalised.
      case normalisation(Normalisation.Fault)
    }

    /// The code.
    public let code: String
    /// Why.
    public let reason: Reason
  }
}

extension CompositeIndex {
  /// The positions of the nodes directly below the root.
  public var components: [Int] { nodes.first?.children ?? [] }

  /// The raw weights, one a node, in order.
  public var weights: [Double] { nodes.map(\.weight) }
}
