package import Pages

extension SiteBuilder {
  /// What the pages are made from, except the example.
  package struct BuildInputs: Sendable {
    let texts: Texts
    let model: SiteModel

    /// The keys of `site.yaml` that are left open.
    package var missingSettings: [String] { texts.source.identity.missing.map(\.rawValue) }

    /// - Parameters:
    ///   - texts: the content of the folder `site`.
    ///   - model: the data and everything computed from them, from the same builder.
    package init(_ texts: Texts, _ model: SiteModel) {
      self.texts = texts
      self.model = model
    }
  }
}
