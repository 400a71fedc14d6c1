public import Scoring
package import Text

/// A tree of weighted indicators with a table of scores, prepared for floating-point computation.
///
/// ``FrameworkScorer`` keeps the points of an edition exact; this form serves to change weights, normalise indicators
/// and simulate ranks.
public struct CompositeIndex: Sendable {
  /// One node. Parents come before their children.
  public struct CompositeNode: Sendable {
    /// The code, unique in the tree.
    public let code: String
    /// The name; nil when the framework gives none.
    package let name: LocalizedText?
    /// The position of the parent; nil for the root.
    public let parent: Int?
    /// The positions of the children, in order; empty for a leaf.
    public let children: [Int]
    /// The raw weight relative to the siblings: finite, not below 0; 1 for the root. In a framework of points, the
    /// maximum points.
    public let weight: Double
    /// How the children's values combine into the node's value.
    public let aggregation: Aggregation
    /// The column of a leaf in ``values``; nil for an inner node.
    package let column: Int?
  }

  /// The scores at a leaf and how they are normalised.
  package struct Leaf: Sendable {
    /// The position of the node.
    package let node: Int
    /// How raw values are normalised.
    package let normalisation: Normalisation
    /// Whether lower values are better.
    package let lowerIsBetter: Bool
    /// The maximum points, above 0; nil in a framework of weights.
    package let maximum: Double?
    /// The raw values, one per unit; nil where unknown.
    package let raw: [Double?]
    /// The printed decimals of each raw value; nil where unknown.
    package let printedPlaces: [Int?]
    /// The units to which the node does not apply; its weight and value do not count for them.
    package let notApplicable: Set<Int>
  }

  /// A unit excluded from the ranking.
  public struct Unranked: Hashable, Sendable {
    /// The name.
    public let unit: String
    /// The share of the weight covered by its known values, 0 to 1.
    public let coverage: Double
  }

  /// The nodes, the root first, parents before children, siblings in order.
  public let nodes: [CompositeNode]
  /// The leaves in column order.
  package let leaves: [Leaf]
  /// The ranked units, in the order of the table.
  public let units: [String]
  /// The units excluded because too little about them is known, in the order of the table.
  public let unranked: [Unranked]
  /// The share of the weight covered by the known values of each ranked unit, above 0, at most 1.
  public let coverage: [Double]
  /// The normalised values, `values[column][unit]`; nil where unknown.
  package let values: [[Double?]]
  /// The factor of the root's score: the maximum points in a framework of points, else 1.
  public let scale: Double
  /// The least coverage of a ranked unit, 0 to 1. Missing values of ranked units are skipped and the weights of their
  /// siblings scaled up.
  public let minimumCoverage: Double
  /// The excluded indicators and the reasons.
  package let leftOut: [LeftOut]

  /// An excluded indicator.
  package struct LeftOut: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
      /// No unit has a value.
      case missingEverywhere
      /// It cannot be normalised.
      case normalisation(Normalisation.NormalisationFault)
    }

    /// The code.
    public let code: String
    package let reason: Reason
  }
}

extension CompositeIndex {
  /// The positions of the root's children.
  public var components: [Int] { nodes.first?.children ?? [] }

  /// The raw weights, one per node, in order.
  package var weights: [Double] { nodes.map(\.weight) }
}
