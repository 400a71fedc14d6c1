internal import Files
internal import Scoring
internal import SiteGen
internal import Text

/// The output of `verify`.
struct VerifyReport {
  private let verification: Verification
  private let place: String
  private let language: Language

  init(_ verification: Verification, place: String, language: Language) {
    self.verification = verification
    self.place = place
    self.language = language
  }

  private var vi: Bool { language == .vietnamese }

  /// One line per difference, and further lines with the first differing line of text where known; empty when there is
  /// none.
  var text: String {
    var lines = verification.origins.map(sentence)
    for difference in verification.differences {
      lines.append(difference.file.path + ": " + sentence(difference))
      if let line = difference.line { lines += sentences(line) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The number of compared files and of differences.
  func summary(files: Int) -> String {
    let files = NumberText.whole(files, in: language)
    if verification.isSame {
      return vi ? "Đã đối chiếu \(files) tệp: giống hệt." : "Compared \(files) files: all the same."
    }
    let count = NumberText.whole(verification.differences.count, in: language)
    return vi
      ? "Đã đối chiếu \(files) tệp trong tệp kê: \(count) điểm khác."
      : "Compared the \(files) files of the manifest; differences: \(count)."
  }

  /// One line per part that a tool made.
  var tools: [String] {
    verification.tools.map { part in
      let made = "\(part.tool) \(part.expected)"
      if part.files != nil {
        return vi ? "Phần do \(made) làm: đã đối chiếu." : "What \(made) made was compared."
      }
      switch part.found {
      case nil:
        return vi
          ? "Phần do \(made) làm không được làm lại để đối chiếu: máy này không có \(part.tool)."
          : "What \(made) made was not made again: this machine has no \(part.tool)."
      case part.expected?:
        return vi
          ? "Phần do \(made) làm không được làm lại để đối chiếu: \(part.tool) báo lỗi."
          : "What \(made) made was not made again: \(part.tool) failed."
      case let other?:
        return vi
          ? "Phần do \(made) làm không được làm lại để đối chiếu: ở đây là phiên bản \(other)."
          : "What \(made) made was not made again: this is version \(other)."
      }
    }
  }

  /// The whole report as JSON.
  var json: String {
    let origins = verification.origins.map { origin in
      JSONValue.object([
        ("part", .string(origin.part.rawValue)), ("expected", .string(origin.expected)),
        ("found", .string(origin.found)),
      ])
    }
    let differences = verification.differences.map { difference in
      JSONValue.object([
        ("path", .string(difference.file.path)), ("stage", .string(difference.stage.rawValue)),
        ("kind", .string(difference.kind)), ("expected", json(difference.file.expected)),
        ("found", json(difference.file.found)), ("line", difference.line.map(json) ?? .null),
      ])
    }
    let tools = verification.tools.map { part in
      JSONValue.object([
        ("tool", .string(part.tool)), ("expected", .string(part.expected)), ("found", .text(part.found)),
        ("compared", .bool(part.files != nil)),
      ])
    }
    return JSONValue.object([
      ("same", .bool(verification.isSame)), ("origins", .array(origins)),
      ("differences", .array(differences)), ("made_by_tools", .array(tools)),
    ]).document
  }

  private func json(_ digest: FileDigest?) -> JSONValue {
    guard let digest else { return .null }
    return .line(.object([("size", .integer(digest.size)), ("sha256", .string(digest.sha256))]))
  }

  private func json(_ line: LineDifference) -> JSONValue {
    .object([
      ("number", .integer(line.number)), ("expected", .text(line.expected)), ("found", .text(line.found)),
    ])
  }

  private func sentence(_ origin: Verification.Origin) -> String {
    switch origin.part {
    case .programVersion:
      vi
        ? "Trang do phiên bản \(origin.expected) của chương trình dựng; ở đây là \(origin.found)."
        : "The site was made by version \(origin.expected) of the program; this is \(origin.found)."
    case .sourceVersion:
      vi
        ? "Trang được dựng từ nguồn có mã băm \(origin.expected); nguồn ở đây là \(origin.found)."
        : "The site was made from sources of digest \(origin.expected); the sources here have \(origin.found)."
    }
  }

  private func sentence(_ difference: Verification.VerifiedDifference) -> String {
    let file = difference.file
    switch (difference.stage, file.expected, file.found) {
    case (.published, _, nil) where difference.isIrregular:
      return vi ? "\(place) có mục này, nhưng không phải tệp thường." : "in \(place) this is no plain file."
    case (.published, let expected?, let found?):
      return
        (vi ? "\(place) có \(words(found))" : "\(place) has \(words(found))")
        + (vi ? "; tệp kê ghi \(words(expected))." : "; the manifest has \(words(expected)).")
    case (.published, _, nil):
      return vi ? "có trong tệp kê nhưng thiếu ở \(place)." : "in the manifest, but missing from \(place)."
    case (.published, nil, _):
      return vi ? "có ở \(place) nhưng không có trong tệp kê." : "in \(place), but not in the manifest."
    case (.rebuilt, let expected?, let found?):
      return
        (vi ? "dựng lại được \(words(found))" : "made again it has \(words(found))")
        + (vi ? "; tệp kê ghi \(words(expected))." : "; the manifest has \(words(expected)).")
    case (.rebuilt, _, nil):
      return vi
        ? "có trong tệp kê nhưng dựng lại không có." : "in the manifest, but not in the site made again."
    case (.rebuilt, nil, _):
      return vi ? "dựng lại có nhưng tệp kê không có." : "in the site made again, but not in the manifest."
    }
  }

  private func words(_ digest: FileDigest) -> String {
    let size = NumberText.whole(digest.size, in: language)
    return size + (vi ? " byte, SHA-256 " : " bytes, SHA-256 ") + digest.sha256
  }

  private func sentences(_ line: LineDifference) -> [String] {
    let end = vi ? "(hết tệp)" : "(end of the file)"
    return [
      vi ? "  dòng đầu tiên khác nhau: \(line.number)" : "  first line that differs: \(line.number)",
      (vi ? "    dựng lại: " : "    made again: ") + (line.expected.map(excerpt) ?? end),
      (vi ? "    đã công bố: " : "    published: ") + (line.found.map(excerpt) ?? end),
    ]
  }

  /// The line, truncated when long, without control characters, which would act on a terminal.
  private func excerpt(_ line: String) -> String {
    let shown = line.prefix(160).unicodeScalars.map { $0.value < 32 || $0.value == 127 ? "\u{FFFD}" : $0 }
    return String(String.UnicodeScalarView(shown)) + (line.count > 160 ? "…" : "")
  }
}

extension Verification.VerifiedDifference {
  /// The kind as named in JSON.
  fileprivate var kind: String {
    if isIrregular { return "irregular" }
    return file.expected == nil ? "extra" : file.found == nil ? "missing" : "changed"
  }
}
