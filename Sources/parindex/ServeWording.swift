internal import Scoring
internal import Serving
internal import Text

/// The messages of `parindex serve` on the terminal.
struct ServeWording: Sendable {
  let language: Language

  private var vi: Bool { language == .vietnamese }

  func line(_ event: SiteServer.Event) -> String {
    switch event {
    case .listening(let port):
      let address = "http://127.0.0.1:\(port)/"
      return vi ? "Mở \(address) (dừng bằng Ctrl-C)" : "Open \(address) (stop with Ctrl-C)"
    case .watching(.notification):
      return vi ? "Theo dõi thay đổi nhờ hệ điều hành." : "The system tells of changes."
    case .watching(.polling(let reason)):
      return polling(reason)
    case .rebuilt(.site(_, let pages), let took, let changes):
      let pages = NumberText.whole(pages, in: language)
      return (vi ? "Đã dựng \(pages) trang" : "Built \(pages) pages") + time(took) + cause(changes)
    case .rebuilt(.findings(let findings), let took, let changes):
      let count = NumberText.whole(findings.total, in: language)
      let summary = vi ? "Chưa dựng được trang, \(count) lỗi" : "Not built, errors: \(count)"
      return FindingReport(findings, folder: "").text(language: language) + summary + time(took)
        + cause(changes)
    }
  }

  func line(_ failure: ServingFailure) -> String {
    switch failure {
    case .portTaken(let port):
      vi
        ? "Cổng \(port) đang được chương trình khác dùng; hãy chọn --port khác, hoặc --port 0 để lấy cổng còn trống."
        : "Port \(port) is taken by another program; choose another --port, or --port 0 for a free one."
    case .portNotAllowed(let port):
      vi
        ? "Không được phép dùng cổng \(port); hãy chọn --port từ 1024 trở lên."
        : "Port \(port) is not allowed for this user; choose a --port from 1024 up."
    case .system(let text):
      vi
        ? "Hệ thống không cho phục vụ trang: \(text)."
        : "The system does not let the site be served: \(text)."
    }
  }

  private func polling(_ reason: FolderWatch.PollingReason) -> String {
    let cause =
      switch reason {
      case .unavailable: vi ? "Hệ điều hành không báo thay đổi" : "The system does not tell of changes"
      case .tooManyFolders:
        vi
          ? "Hệ điều hành không theo dõi thêm được thư mục (fs.inotify.max_user_watches)"
          : "The system has no watches left (fs.inotify.max_user_watches)"
      case .remoteFileSystem:
        vi
          ? "Thư mục nằm trên hệ thống tệp mà thay đổi có thể không được báo"
          : "A folder lies on a file system whose changes may go untold"
      }
    return cause
      + (vi
        ? "; các thư mục được đọc lại bốn lần mỗi giây." : "; the folders are listed four times a second.")
  }

  private func time(_ took: Duration) -> String {
    vi ? " trong \(Int(took / .milliseconds(1))) ms" : " in \(Int(took / .milliseconds(1))) ms"
  }

  /// The first changed path and the number of others.
  private func cause(_ changes: Set<String>) -> String {
    guard let first = changes.min() else { return "" }
    let others = changes.count - 1
    let rest = others == 0 ? "" : vi ? " và \(others) chỗ khác" : " and \(others) more"
    return " (\(first)\(rest))"
  }
}
