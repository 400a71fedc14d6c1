internal import Foundation
internal import Text

/// Findings as HTML: what stands in place of a page that could not be built.
struct FindingsPage {
  /// More are counted only; the terminal has them all.
  static let mostShown = 100

  let findings: [Finding]
  let language: Language

  private var isVietnamese: Bool { language == .vietnamese }

  /// A heading, the findings and their style; goes into a page of its own or over another one.
  var fragment: String {
    let items = findings.prefix(Self.mostShown).map(item).joined(separator: "\n")
    let rest = findings.total - min(findings.count, Self.mostShown)
    let more =
      isVietnamese ? "Còn \(rest) lỗi nữa, xem ở cửa sổ dòng lệnh." : "\(rest) more are in the terminal."
    return """
      <style>\(Self.style)</style>
      <div class="findings">
      <h1 id="findings-title" tabindex="-1" autofocus>\(title)</h1>
      <p id="findings-lead">\(lead)</p>
      <ol>
      \(items)
      </ol>
      \(rest > 0 ? "<p>\(more)</p>\n" : "")</div>
      """
  }

  /// A whole page. It turns into the real one by itself.
  var document: String {
    """
    <!doctype html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark"><title>\(title)</title>
    </head><body style="margin:0">
    <main>\(fragment)</main>
    \(LiveScript.tag(build: ""))
    </body></html>

    """
  }

  private var title: String {
    if isVietnamese { return "Chưa dựng được trang: \(findings.total) lỗi" }
    return "The site was not built: \(findings.total) error\(findings.total == 1 ? "" : "s")"
  }

  private var lead: String {
    isVietnamese
      ? "Sửa các lỗi dưới đây rồi lưu lại; trang sẽ tự hiện ra."
      : "Mend what is below and save; the page then comes back by itself."
  }

  private func item(_ finding: Finding) -> String {
    let place = "\(finding.file):\(finding.line):\(finding.column)"
    let hint = isVietnamese ? "Cách sửa:" : "Hint:"
    return """
      <li>
      <p><code>\(escaped(place))</code> <code class="rule">\(escaped(finding.rule))</code></p>
      <p class="message">\(escaped(finding.message[language]))</p>
      <p>\(hint) \(escaped(finding.hint[language]))</p>
      </li>
      """
  }

  private func escaped(_ text: String) -> String { MarkupText.escaped(text.shown(), apostrophes: true) }

  private static let style = """
    dialog { box-sizing: border-box; width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0; \
    padding: 0; border: 0; overflow: auto; color-scheme: light dark; background: Canvas; }
    .findings { box-sizing: border-box; max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem; \
    font: 1rem/1.5 system-ui, sans-serif; color: CanvasText; overflow-wrap: anywhere; }
    .findings h1 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.25; } .findings h1:focus { outline: none; }
    .findings p { margin: 0 0 .5rem; } .findings ol { margin: 1rem 0; padding: 0; list-style: none; }
    .findings li { margin: 0 0 1rem; padding: .75rem 1rem; border: 1px solid GrayText; \
    border-left: .375rem solid #c62828; } .findings li p:last-child { margin: 0; }
    .findings .message { font-weight: 600; } .findings .rule { opacity: .8; }
    .findings code { font: .9375rem/1.5 ui-monospace, monospace; }
    """
}
