internal import Foundation

/// What keeps a page in a browser up to date. It is put into pages as they are served, never into files.
enum LiveScript {
  /// Where the script is. Hidden names are no part of a site.
  static let path = "/.parindex/live.js"
  /// Where the script hears of rebuilds, as long as its page is seen: browsers allow only six connections to one server,
  /// which hidden pages would use up.
  static let messagesPath = "/.parindex/live"

  /// - Parameter build: the site that the page belongs to; empty for a page of findings.
  static func tag(build: String) -> String { "<script src=\"\(path)\" data-build=\"\(build)\"></script>" }

  /// A page with the script before the end of its body. One that sends the browser on at once stays as it is.
  static func adding(to page: Data, build: String) -> Data {
    let head = page.range(of: Data("</head>".utf8)).map { page[..<$0.lowerBound] } ?? page
    guard head.range(of: Data("http-equiv=\"refresh\"".utf8)) == nil else { return page }
    var result = page
    let end = page.range(of: Data("</body>".utf8), options: .backwards)?.lowerBound ?? page.endIndex
    result.insert(contentsOf: Data((tag(build: build) + "\n").utf8), at: end)
    return result
  }

  static let source = """
    "use strict";
    (() => {
      const build = document.currentScript.dataset.build;
      const language = document.documentElement.lang === "en" ? "en" : "vi";
      let overlay = null;
      let source = null;

      const hide = () => {
        overlay?.remove();
        overlay = null;
        document.documentElement.style.overflow = "";
      };

      const show = (html) => {
        hide();
        overlay = document.body.appendChild(document.createElement("div"));
        overlay.id = "parindex-overlay";
        overlay.lang = language;
        const root = overlay.attachShadow({ mode: "open" });
        const template = document.createElement("template");
        template.innerHTML = '<dialog role="alertdialog" aria-labelledby="findings-title" ' +
          `aria-describedby="findings-lead">${html}</dialog>`;
        const dialog = template.content.firstChild;
        // The policy of the page refuses a style in it, but not a sheet made here.
        const style = dialog.querySelector("style");
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(style.textContent);
        style.remove();
        root.adoptedStyleSheets = [sheet];
        root.append(dialog);
        // What lies below is out of date, so the overlay stays as long as the findings do.
        dialog.addEventListener("cancel", (event) => event.preventDefault());
        dialog.addEventListener("close", () => { if (dialog.isConnected) dialog.showModal(); });
        dialog.showModal();
        document.documentElement.style.overflow = "hidden";
      };

      const disconnect = () => { source?.close(); source = null; };
      const connect = () => {
        if (document.hidden || source) return;
        source = new EventSource("\(messagesPath)");
        source.onmessage = (event) => {
          const state = JSON.parse(event.data);
          if (state[language]) show(state[language]);
          else if (state.build !== build) location.reload();
          else hide();
        };
        source.onerror = () => { disconnect(); setTimeout(connect, 500); };
      };
      document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
      connect();
    })();

    """
}
