internal import Text

/// Checks that the targets which changes name are in the data.
struct ChangeCheck {
  let log: FindingLog

  /// - Parameters:
  ///   - named: the targets that the changes of each file name.
  ///   - targets: the identifiers of all targets.
  func check(_ named: [(file: String, targets: [Scalar])], targets: DeclaredIdentifiers) {
    for (file, names) in named {
      for target in names where !targets.knows(.target, target.text) {
        let nearest = NearestWord.find(target.text, in: targets.known(.target).sorted())
        log.report(
          .referenceUnknown(kind: .target, value: target.text, named: [], nearest: nearest), in: file,
          at: target.position)
      }
    }
  }
}
