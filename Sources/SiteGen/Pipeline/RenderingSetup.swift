internal import Files
internal import Pages

extension SiteBuilder {
  /// The renderer and checks of all pages.
  struct RenderingSetup: Sendable {
    let renderer: PageRenderer
    let check: PageCheck
    /// The fingerprint of everything besides the page that rendering and checks depend on. A change invalidates the cache.
    let layoutFingerprint: ContentDigest?

    init(_ renderer: PageRenderer, _ check: PageCheck) {
      self.renderer = renderer
      self.check = check
      layoutFingerprint = ValueDigester.digest([renderer.inputs, check.inputs])
    }
  }
}
