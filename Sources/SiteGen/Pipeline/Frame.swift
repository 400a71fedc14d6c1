internal import Files
internal import Pages

extension SiteBuilder {
  /// What all pages are rendered and checked with.
  struct Frame: Sendable {
    let renderer: PageRenderer
    let check: PageCheck
    /// Of everything that renderer and checks depend on besides the page. When it changes, no cached page is valid.
    let layoutFingerprint: ContentDigest?

    init(_ renderer: PageRenderer, _ check: PageCheck) {
      self.renderer = renderer
      self.check = check
      layoutFingerprint = ValueDigester.digest([renderer.inputs, check.inputs])
    }
  }
}
