/// The value of `Content-Type` for a file.
enum ContentType {
  private static let text = [
    "html": "text/html", "css": "text/css", "js": "text/javascript", "csv": "text/csv", "md": "text/markdown",
    "txt": "text/plain", "xml": "application/xml", "svg": "image/svg+xml",
  ]
  private static let other = [
    "json": "application/json", "webmanifest": "application/manifest+json", "png": "image/png",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "ico": "image/x-icon",
    "woff2": "font/woff2", "woff": "font/woff", "pdf": "application/pdf", "zip": "application/zip",
  ]

  /// By the ending of the name; all text is UTF-8.
  static func of(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
    let ending = name[name.index(after: dot)...].lowercased()
    if let type = text[ending] { return type + "; charset=utf-8" }
    return other[ending] ?? "application/octet-stream"
  }
}
