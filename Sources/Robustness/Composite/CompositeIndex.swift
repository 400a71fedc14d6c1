public import Scoring
package import Text

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
    package let name: LocalizedText?
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
    package let column: Int?
  }

  /// What is scored at a leaf and how it is read.
  package struct Leaf: Sendable {
    /// The position of the node.
    package let node: Int
    /// How raw values become comparable.
    package let normalisation: Normalisation
    /// Whether less is better.
    package let lowerIsBetter: Bool
    /// The maximum points, above 0; nil in a framework of weights.
    package let maximum: Double?
    /// The raw values, one a unit; nil where not known.
    package let raw: [Double?]
    /// The decimals that each raw value is printed with; nil where not known.
    package let printedPlaces: [Int?]
    /// Units to which the node does not apply: neither its weight nor its value counts for them.
    package let notApplicable: Set<Int>
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
  package let leaves: [Leaf]
  /// The units that are ranked, in the order of the table.
  public let units: [String]
  /// The units left out because too little of them is known, in the order of the table.
  public let unranked: [Unranked]
  /// For each ranked unit the share of the weight that its known values cover, above 0, at most 1.
  public let coverage: [Double]
  /// The normalised values: `values[column][unit]`; nil where not known.
  package let values: [[Double?]]
  /// What the score of the root is multiplied by: the maximum points in a framework of points, else 1.
  public let scale: Double
  /// The least coverage that is ranked, 0 to 1. What is missing above it is left out and the weights of its
  /// siblings are scaled up.
  public let minimumCoverage: Double
  /// Indicators that were left out, and why.
  package let leftOut: [LeftOut]

  /// An indicator that takes no part.
  package struct LeftOut: Hashable, Sendable {
    /// Why an indicator takes no part.
    package enum Reason: Hashable, Sendable {
      /// No unit has a value.
      case missingEverywhere
      /// It can not be normalised.
      case normalisation(Normalisation.Fault)
    }

    /// The code.
    public let code: String
    /// Why.
    package let reason: Reason
  }
}

extension CompositeIndex {
  /// The positions of the nodes directly below the root.
  public var components: [Int] { nodes.first?.children ?? [] }

  /// The raw weights, one a node, in order.
  package var weights: [Double] { nodes.map(\.weight) }
}
