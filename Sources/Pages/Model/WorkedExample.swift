package import Foundation
package import Robustness
internal import Scoring

/// The example of synthetic data on the method pages. It is independent of the data of the site.
package struct WorkedExample: Sendable {
  /// A file of the example, published unchanged.
  package struct ExampleFile: Equatable, Sendable {
    /// The folder below `Examples/`.
    package let folder: String
    /// The name, `scores.csv`.
    package let name: String
    package let bytes: Data

    package init(folder: String = WorkedExample.folder, name: String, bytes: Data) {
      (self.folder, self.name, self.bytes) = (folder, name, bytes)
    }

    /// The path from the root of the site.
    package var path: String { "/examples/\(folder)/\(name)" }
  }

  /// The name of the folder, below `Examples/` in the repository and `examples/` on the site.
  package static let folder = "synthetic-63"
  /// The name of the folder with the example of a province's own index.
  package static let unitFolder = "internal-index"

  /// The index of the first year.
  package let index: CompositeIndex
  /// The index of the second year, under a changed framework.
  package let later: CompositeIndex
  /// The uncertainty of the scores: rounding and standard errors.
  package let measurement: MeasurementModel

  /// - Parameters:
  ///   - index: the first year.
  ///   - later: the second year.
  ///   - standardErrors: `[column][unit]`, in raw units; nil where there is none.
  /// - Throws: why the standard errors cannot be used.
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
