package import Scoring
package import Text

extension AttainmentWording {
  /// A kind of document within a sentence: `kế hoạch`, `directive`.
  package static func document(_ kind: Plan.PlanKind) -> LocalizedText {
    switch kind {
    case .plan: LocalizedText(vi: "kế hoạch", en: "plan")
    case .directive: LocalizedText(vi: "văn bản chỉ đạo", en: "directive")
    case .resolution: LocalizedText(vi: "nghị quyết", en: "resolution")
    case .proposal: LocalizedText(vi: "bản đề xuất", en: "proposal")
    case .announcement: LocalizedText(vi: "thông tin công bố", en: "announcement")
    }
  }

  /// What was read of the document: itself, or the summary that was found.
  static func textRead(_ document: Attainment.Reasons.Document) -> LocalizedText {
    let kind = self.document(document.kind)
    guard document.isSummary else {
      return LocalizedText(
        vi: "bản đọc được của " + kind.vi, en: "the copy of the " + kind.en + " that was read")
    }
    return LocalizedText(
      vi: "bản tóm tắt tìm được của " + kind.vi, en: "the summary that was found of the " + kind.en)
  }
}
