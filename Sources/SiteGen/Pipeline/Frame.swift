internal import Files
internal import Pages

extension SiteBuilder {
  /// What all pages are rendered and checked with. When any of it changes, every page is made again.
  struct Frame: Sendable {
    let renderer: PageRenderer
    let check: PageCheck
    /// Of everything that renderer and checks rest on beside the page.
    let digest: ContentDigest?

    init(_ renderer: PageRenderer, _ check: PageCheck) {
      self.renderer = renderer
      self.check = check
      digest = MemberWriter.digest([renderer.frame, check.frame])
    }
  }
}
