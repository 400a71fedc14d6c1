/// The value of `Content-Type` for a file.
enum ContentType {
  private static let types = [
    "html": "text/html", "css": "text/css", "js": "text/javascript", "csv": "text/csv", "md": "text/markdown",
    "txt": "text/plain", "xml": "application/xml", "svg": "image/svg+xml", "json": "application/json",
    "webmanifest": "application/manifest+json", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "ico": "image/x-icon", "woff2": "font/woff2",
    "woff": "font/woff",
    "pdf": "application/pdf", "zip": "application/zip",
  ]

  /// By the ending of the name; all text is UTF-8.
  static func of(_ path: String) -> String {
    let parts = (path.split(separator: "/").last ?? "").split(
      separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let type = types[parts.last?.lowercased() ?? ""] else {
      return "application/octet-stream"
    }
    return type.hasPrefix("text/") || type.hasSuffix("xml") ? type + "; charset=utf-8" : type
  }
}
