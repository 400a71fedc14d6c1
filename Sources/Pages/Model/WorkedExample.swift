package import Foundation
package import Robustness
internal import Scoring

/// The example of synthetic data that the pages on method show. It has nothing to do with the data of the site.
package struct WorkedExample: Sendable {
  /// A file of the example, published as it is.
  package struct ExampleFile: Equatable, Sendable {
    /// The name, `scores.csv`.
    package let name: String
    /// The bytes.
    package let bytes: Data

    /// Makes a file.
    package init(name: String, bytes: Data) { (self.name, self.bytes) = (name, bytes) }
  }

  /// The folder below the examples that it stands in, and below `examples/` on the site.
  package static let folder = "synthetic-63"

  /// The index of framework and scores.
  package let index: CompositeIndex
  /// The same of a second year, under a changed framework.
  package let later: CompositeIndex
  /// How uncertain the scores are: rounding and standard errors.
  package let measurement: MeasurementModel

  /// Makes an example.
  ///
  /// - Parameters:
  ///   - index: the first year.
  ///   - later: the second year.
  ///   - standardErrors: `[column][unit]`, in raw units; nil where there is none.
  /// - Throws: why the standard errors can not be used.
  package init(
    index: CompositeIndex, later: CompositeIndex, standardErrors: [[Double?]]
  ) throws(MeasurementModel.MeasurementFault) {
    self.index = index
    self.later = later
    measurement = try MeasurementModel(rounding: true, standardErrors: standardErrors, index: index)
  }

  /// The path of a file from the root of the site.
  package static func path(_ name: String) -> String { "/examples/\(folder)/\(name)" }
}
