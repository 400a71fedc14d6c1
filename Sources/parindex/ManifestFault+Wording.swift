internal import Files
internal import Text

extension ManifestFault {
  /// The message about the manifest at a path.
  func sentence(_ path: String) -> LocalizedText {
    switch self {
    case .malformed(place: ""):
      LocalizedText(
        vi: "\(path) không phải là một tệp kê JSON.", en: "\(path) is no manifest: it is not JSON.")
    case .malformed(let place):
      LocalizedText(
        vi: "\(path): \(place) bị thiếu hoặc sai dạng.", en: "\(path): \(place) is missing or malformed.")
    case .otherFormat(let number):
      LocalizedText(
        vi: "\(path) có định dạng số \(number), phiên bản này không đọc được.",
        en: "\(path) has format \(number), which this version does not read.")
    case .path(let file):
      LocalizedText(
        vi: "\(path): đường dẫn “\(file)” bị lặp hoặc ra ngoài trang.",
        en: "\(path): the path '\(file)' is there twice or leads out of the site.")
    }
  }
}
