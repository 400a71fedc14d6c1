import GFM
import Testing

/// A generated piece of Markdown with its expected HTML.
private struct Sample {
  var markdown: Markdown
  var html: String

  static func + (first: Sample, second: Sample) -> Sample {
    Sample(markdown: first.markdown + second.markdown, html: first.html + second.html)
  }
}

/// The enclosing elements of a sample; the same element inside is not written again.
private struct Surroundings {
  var isLink = false
  var isStrong = false
  var isEmphasis = false
}

extension SeededGenerator {
  fileprivate mutating func sample(in place: Surroundings, depth: Int) -> Sample {
    let count = Int.random(in: 1...3, using: &self)
    var result = part(in: place, depth: depth)
    for _ in 1..<count { result = result + part(in: place, depth: depth) }
    return result
  }

  private mutating func part(in place: Surroundings, depth: Int) -> Sample {
    var inner = place
    switch Int.random(in: 0...(depth > 0 ? 6 : 2), using: &self) {
    case 0, 1:
      let text = nastyText(&self, atMost: 3)
      return Sample(markdown: .text(text), html: escapedHTML(text))
    case 2:
      let code = nastyText(&self, atMost: 3)
      return Sample(markdown: .code(code), html: "<code>\(escapedHTML(code))</code>")
    case 3:
      inner.isStrong = true
      let content = sample(in: inner, depth: depth - 1)
      let html = place.isStrong ? content.html : "<strong>\(content.html)</strong>"
      return Sample(markdown: .strong(content.markdown), html: html)
    case 4:
      inner.isEmphasis = true
      let content = sample(in: inner, depth: depth - 1)
      let html = place.isEmphasis ? content.html : "<em>\(content.html)</em>"
      return Sample(markdown: .emphasis(content.markdown), html: html)
    case 5:
      inner.isLink = true
      let label = sample(in: inner, depth: depth - 1)
      let html = place.isLink ? label.html : "<a href=\"/a(b)\">\(label.html)</a>"
      return Sample(markdown: .link(label.markdown, to: "/a(b)"), html: html)
    default:
      let alt = nastyText(&self, atMost: 3)
      let html = "<img src=\"/i\" alt=\"\(escapedHTML(alt))\" />"
      return Sample(markdown: .image(alt: alt, path: "/i"), html: html)
    }
  }
}

@Suite("Nested inline Markdown")
struct StructureTests {
  @Test("4000 generated pieces give exactly the HTML of their structure", arguments: TextPlace.blocks)
  func generatedStructures(place: TextPlace) throws {
    let renderer = try MarkdownRenderer()
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<4000 {
      let sample = generator.sample(in: Surroundings(), depth: 3)
      let markdown = try place.markdown(sample.markdown)
      let html = try renderer.html(from: markdown)
      let expected = place.before + sample.html + place.after
      #expect(
        isSame(html, expected),
        "\(markdown.debugDescription) gave \(html.debugDescription), not \(expected.debugDescription)")
    }
  }
}
