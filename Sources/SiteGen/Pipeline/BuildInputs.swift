package import Pages

extension SiteBuilder {
  /// What the pages are made from, except the example.
  package struct BuildInputs: Sendable {
    let texts: Texts
    let model: SiteModel

    /// - Parameters:
    ///   - texts: the content of the folder `site`.
    ///   - model: the data and everything computed from them, from the same builder.
    package init(_ texts: Texts, _ model: SiteModel) {
      self.texts = texts
      self.model = model
    }
  }
}
