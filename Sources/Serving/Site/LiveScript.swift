internal import Foundation

/// What keeps a page in a browser up to date. It is put into pages as they are served, never into files.
enum LiveScript {
  /// Where the script is. Hidden names are no part of a site.
  static let path = "/.parindex/live.js"
  /// Where the script gets messages of rebuilds, by a WebSocket: browsers allow only six other open connections to one
  /// server, which seven open pages would use up.
  static let messagesPath = "/.parindex/live"

  /// - Parameter build: the site that the page belongs to; empty for a page of findings.
  static func tag(build: String) -> String { "<script src=\"\(path)\" data-build=\"\(build)\"></script>" }

  /// A page with the script before the end of its body.
  static func adding(to page: Data, build: String) -> Data {
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
      const scrollKey = "parindex-scroll " + location.pathname;
      const standing = document.getElementById("parindex-findings");
      let dialog = null;
      let wait = 250;

      const restoreScroll = () => {
        const saved = sessionStorage.getItem(scrollKey);
        if (saved !== null) scrollTo({ left: 0, top: Number(saved), behavior: "instant" });
      };
      restoreScroll();
      addEventListener("load", () => {
        restoreScroll();
        sessionStorage.removeItem(scrollKey);
      });

      const reload = () => {
        sessionStorage.setItem(scrollKey, String(scrollY));
        location.reload();
      };

      const hide = () => {
        if (!dialog) return;
        const host = dialog.getRootNode().host;
        dialog = null;
        host.remove();
        document.documentElement.style.overflow = "";
      };

      const show = (html) => {
        if (standing) {
          standing.innerHTML = html;
          return;
        }
        if (!dialog) {
          const host = document.createElement("div");
          host.id = "parindex-overlay";
          host.lang = language;
          const root = host.attachShadow({ mode: "open" });
          const style = document.createElement("style");
          style.textContent = "dialog { box-sizing: border-box; width: 100vw; height: 100vh; max-width: none; " +
            "max-height: none; margin: 0; padding: 0; border: 0; overflow: auto; color-scheme: light dark; " +
            "background: Canvas; }";
          const opened = document.createElement("dialog");
          opened.setAttribute("role", "alertdialog");
          opened.setAttribute("aria-labelledby", "findings-title");
          opened.setAttribute("aria-describedby", "findings-lead");
          // What lies below is out of date, so the overlay stays as long as the findings do.
          opened.addEventListener("cancel", (event) => event.preventDefault());
          opened.addEventListener("close", () => { if (dialog === opened) opened.showModal(); });
          root.append(style, opened);
          document.body.append(host);
          dialog = opened;
        }
        dialog.innerHTML = html;
        if (!dialog.open) dialog.showModal();
        document.documentElement.style.overflow = "hidden";
        dialog.querySelector("h1").focus({ preventScroll: true });
        dialog.scrollTop = 0;
      };

      const connect = () => {
        const scheme = location.protocol === "https:" ? "wss://" : "ws://";
        const socket = new WebSocket(scheme + location.host + "\(messagesPath)");
        socket.addEventListener("message", (event) => {
          wait = 250;
          const state = JSON.parse(event.data);
          if (state.findings) show(state.findings[language]);
          else if (state.build !== build) reload();
          else hide();
        });
        socket.addEventListener("close", () => {
          setTimeout(connect, wait);
          wait = Math.min(wait * 2, 4000);
        });
      };
      connect();
    })();

    """
}
