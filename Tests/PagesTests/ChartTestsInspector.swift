import Foundation
@testable import Pages

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The elements of an SVG, for tests of what was drawn.
struct ChartInspector {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""

    subscript(_ name: String) -> Double { Double(attributes[name] ?? "") ?? 0 }

    /// The left, right, top and bottom of what the element draws; nil when it draws nothing.
    var extent: (left: Double, right: Double, top: Double, bottom: Double)? {
      switch name {
      case "rect":
        return (self["x"], self["x"] + self["width"], self["y"], self["y"] + self["height"])
      case "line":
        return (
          min(self["x1"], self["x2"]), max(self["x1"], self["x2"]), min(self["y1"], self["y2"]),
          max(self["y1"], self["y2"])
        )
      case "circle":
        return (
          self["cx"] - self["r"], self["cx"] + self["r"], self["cy"] - self["r"], self["cy"] + self["r"]
        )
      case "path": return pathExtent
      case "text": return textExtent
      default: return nil
      }
    }

    private var pathExtent: (left: Double, right: Double, top: Double, bottom: Double)? {
      let numbers = (attributes["d"] ?? "").split { "MLZ ".contains($0) }.compactMap { Double($0) }
      let xs = stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
      let ys = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
      guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else {
        return nil
      }
      return (left, right, top, bottom)
    }

    private var textExtent: (left: Double, right: Double, top: Double, bottom: Double) {
      let classes = Set((attributes["class"] ?? "").split(separator: " ").map(String.init))
      let isTitle = classes.contains("title")
      let size = isTitle ? ChartMetrics.title : ChartMetrics.text
      let width = TextMeasure.width(text, size: size, isBold: isTitle || classes.contains("strong"))
      let left = self["x"] - (classes.contains("end") ? width : classes.contains("middle") ? width / 2 : 0)
      return (left, left + width, self["y"] - size * 0.8, self["y"] + size * 0.25)
    }
  }

  let elements: [Element]
  let width: Double
  let height: Double

  /// Nil when the text is not well-formed XML.
  init?(_ svg: String) {
    let collector = Collector()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = collector
    guard parser.parse(), let root = collector.elements.first, root.name == "svg" else { return nil }
    let box = (root.attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
    guard box.count == 4 else { return nil }
    elements = collector.elements
    (width, height) = (box[2], box[3])
  }

  /// The drawn elements, without the patterns of the hatchings.
  var drawn: [Element] {
    let start = elements.firstIndex { $0.attributes["class"] == "paper" } ?? 0
    return Array(elements[start...])
  }

  var texts: [String] { elements.filter { $0.name == "text" }.map(\.text) }

  func boxes(_ style: String) -> [Element] {
    drawn.filter { $0.name == "rect" && $0.attributes["class"] == style }
  }

  var unknown: [Element] { drawn.filter { $0.attributes["data-known"] == "no" } }

  private final class Collector: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
      qualifiedName qName: String?, attributes attributeDict: [String: String]
    ) {
      open.append(elements.count)
      elements.append(Element(name: elementName, attributes: attributeDict))
    }

    func parser(
      _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
      qualifiedName qName: String?
    ) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      if let index = open.last { elements[index].text += string }
    }
  }
}
