package import Pages

extension SiteBuilder {
  /// What the pages are made of, the example apart.
  package struct BuildInputs: Sendable {
    let texts: Texts
    let model: SiteModel

    /// - Parameters:
    ///   - texts: what the folder `site` holds.
    ///   - model: the data and everything computed from them, of the same builder.
    package init(_ texts: Texts, _ model: SiteModel) {
      self.texts = texts
      self.model = model
    }
  }
}
