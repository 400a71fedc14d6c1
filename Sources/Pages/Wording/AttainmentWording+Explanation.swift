package import Scoring
package import Text

extension Attainment {
  /// The verdict in a sentence or two: target, outcome, bound or conflict, distance and sources.
  package var explanation: LocalizedText { AttainmentWording.explanation(of: self) }
}

extension AttainmentWording {
  package static func explanation(of attainment: Attainment) -> LocalizedText {
    let (verdict, judgements) = (attainment.verdict, attainment.judgements)
    return LocalizedText { language in
      var sentences: [String] = []
      if judgements.count > 1 {
        sentences.append(stagesSentence(verdict, judgements, language))
      }
      for judgement in judgements where judgements.count == 1 || !judgement.answers.isEmpty {
        sentences.append(sentence(judgement, of: attainment, language))
      }
      if verdict == .noData || verdict == .lapsed, !attainment.related.isEmpty {
        sentences.append(
          language == .vietnamese
            ? "Các số liệu gần đó được liệt kê để tham khảo, không dùng để chấm."
            : "Figures that come near are listed for reference and are not judged.")
      }
      let isOver = verdict == .pending || judgements.contains { $0.verdict == .lapsed }
      if isOver, let end = attainment.reasons.end {
        sentences.append(endedBoundary(end, attainment.reasons.successors, language))
      }
      if attainment.target.isMilestonePath {
        sentences.append(
          language == .vietnamese
            ? "Đây là lộ trình nhiều mốc trong một năm: các mốc được hiện ra, không tính là lời hứa được giữ hay không giữ."
            : "This is a path of milestones within one year: its stages are shown and not counted as a promise kept or broken."
        )
      }
      if attainment.target.stepOf != nil {
        sentences.append(
          language == .vietnamese
            ? "Đây là một bước hướng tới chỉ tiêu khác của cùng văn bản, không thêm lời hứa nào nên không được đếm."
            : "This is a step towards another target of the same document; it adds no further promise and is not counted."
        )
      }
      return sentences.joined(separator: " ")
    }
  }

  /// Says that the boundary ended before the deadline and where it went, so that no later figure answers the target.
  private static func endedBoundary(
    _ end: PartialDate, _ successors: [LocalizedText], _ language: Language
  ) -> String {
    let date = NumberText.date(end, in: language)
    let names = successors.map { $0[language] }.joined(separator: language == .vietnamese ? " và " : " and ")
    if language == .vietnamese {
      let after =
        names.isEmpty ? "" : ", rồi nhập vào \(names); số liệu sau đó của \(names) không tính cho địa giới cũ"
      return "Địa giới này chỉ tồn tại đến hết ngày \(date), trước hạn của chỉ tiêu\(after)."
    }
    let after =
      names.isEmpty
      ? "" : ", and became part of \(names); later figures of \(names) do not answer for the old boundary"
    return "This boundary existed only until \(date), before the deadline\(after)."
  }

  private static func stagesSentence(
    _ verdict: Verdict, _ judgements: [Attainment.Judgement], _ language: Language
  ) -> String {
    let counts = Verdict.allCases.compactMap { verdict -> String? in
      let count = judgements.filter { $0.verdict == verdict }.count
      return count == 0 ? nil : "\(verdict.name[language].lowercasedFirst) \(count)"
    }.joined(separator: ", ")
    return language == .vietnamese
      ? "Chỉ tiêu có \(judgements.count) mốc: \(counts)."
      : "The target has \(judgements.count) stages: \(counts)."
  }

  private static func sentence(
    _ judgement: Attainment.Judgement, of attainment: Attainment, _ language: Language
  ) -> String {
    let isVietnamese = language == .vietnamese
    let target = attainment.target
    let goalText = goalText(judgement, target: target, language)
    let deadline = NumberText.date(judgement.deadline, in: language)
    switch judgement.verdict {
    case .notMeasurable:
      let name = judgement.verdict.name[language]
      if case .group(let group, _) = target.goal {
        return isVietnamese
          ? "\(name): chưa tìm thấy nguồn nào định nghĩa “\(group.vi)” bằng con số."
          : "\(name): no source was found that defines “\(group.en)” by a number."
      }
      let text = textRead(attainment.reasons.document)
      return isVietnamese
        ? "\(name): \(text.vi) không nêu con số, cũng chưa có minh chứng được thống nhất."
        : "\(name): \(text.en) gives no number and there is no agreed evidence."
    case .pending:
      let asOf = NumberText.date(PartialDate(attainment.reasons.asOf), in: language)
      return isVietnamese
        ? "Chưa đến hạn: mục tiêu \(goalText), hạn \(deadline), ngày chốt số liệu \(asOf)."
        : "Not yet due: the goal is \(goalText) by \(deadline); the data are as of \(asOf)."
    case .lapsed:
      return isVietnamese
        ? "Dừng do sáp nhập: mục tiêu \(goalText), hạn \(deadline); chưa tìm thấy kết quả nào đủ để kết luận từ trước ngày địa giới này thôi tồn tại."
        : "Lapsed: the goal is \(goalText) by \(deadline); no outcome that settles it was found from before the day on which this boundary ceased to exist."
    case .noData:
      let name = judgement.verdict.name[language]
      let missing = missing(judgement, of: attainment, language)
      return isVietnamese
        ? "\(name): mục tiêu \(goalText), hạn \(deadline); \(missing)."
        : "\(name): the goal is \(goalText) by \(deadline); \(missing)."
    case .met, .missed, .undetermined:
      return judged(judgement, goalText, of: attainment, language)
    }
  }

  /// Which figure is missing: the outcome, that of the base year, or both.
  private static func missing(
    _ judgement: Attainment.Judgement, of attainment: Attainment, _ language: Language
  ) -> String {
    let isVietnamese = language == .vietnamese
    if judgement.answers.isEmpty {
      let known = reports(judgement.baseline, of: attainment, language)
      if isVietnamese {
        return "chưa tìm thấy kết quả cùng chỉ số, cùng cách tính, cùng cấp và cùng kỳ"
          + (known.isEmpty ? "" : "; số của năm làm mốc so sánh thì có: \(known)")
      }
      return "no outcome of the same indicator, denominator, level and period was found"
        + (known.isEmpty ? "" : "; the figure of the base year was found: \(known)")
    }
    let known = reports(judgement.answers, of: attainment, language)
    guard judgement.baseline.isEmpty else {
      return isVietnamese
        ? "đã tìm thấy kết quả \(known), nhưng số của năm làm mốc so sánh tính theo cách khác"
        : "an outcome was found, \(known), but the figure of the base year is counted in another way"
    }
    return isVietnamese
      ? "đã tìm thấy kết quả \(known), nhưng chưa tìm thấy số của năm làm mốc so sánh"
      : "an outcome was found, \(known), but no figure of the base year"
  }

  private static func goalText(
    _ judgement: Attainment.Judgement, target: Target, _ language: Language
  ) -> String {
    if case .staged(let comparator, _) = target.goal, let value = judgement.threshold {
      return threshold(comparator, value, unit: target.unit ?? .none, in: language)
    }
    return goal(target.goal, unit: target.unit)[language]
  }

  private static func judged(
    _ judgement: Attainment.Judgement, _ goalText: String, of attainment: Attainment, _ language: Language
  ) -> String {
    let isVietnamese = language == .vietnamese
    var text = judgement.verdict.name[language] + ": "
    text += isVietnamese ? "mục tiêu \(goalText)" : "the goal is \(goalText)"
    if judgement.stage != nil {
      text += (isVietnamese ? ", hạn " : " by ") + NumberText.date(judgement.deadline, in: language)
    }
    text += isVietnamese ? "; kết quả " : "; the outcome is "
    text += reports(judgement.answers, of: attainment, language)
    if !judgement.baseline.isEmpty {
      text += isVietnamese ? "; mốc so sánh " : "; the baseline is "
      text += reports(judgement.baseline, of: attainment, language)
    }
    let unit = attainment.indicator.unit
    if judgement.verdict != .undetermined, let distance = distance(judgement, unit: unit) {
      text += distanceText(distance, unit: unit, language)
    }
    text += "."
    if judgement.isProvisional {
      text +=
        isVietnamese
        ? " Kết luận tạm tính: kết quả là số ước công bố cuối kỳ, chưa tìm thấy số chính thức."
        : " The verdict is provisional: it rests on an estimate published at the end of the period, and no final figure was found."
    }
    let counter = judgement.counterFigure.map { counterText($0, of: attainment, language) }
    let sentences = [text] + caveats(judgement, of: attainment, language) + [counter].compactMap { $0 }
    return sentences.joined(separator: " ")
  }

  /// Reported values with their periods and publishers.
  static func reports(
    _ outcomes: [Outcome], of attainment: Attainment, _ language: Language
  ) -> String {
    outcomes.map { outcome in
      let value = value(outcome, unit: attainment.indicator.unit)[language]
      let period = period(outcome)[language]
      let by = attainment.reasons.publishers(of: outcome).joined(separator: "; ")
      return "\(value) (\(period)\(by.isEmpty ? "" : "; " + by))"
    }.joined(separator: language == .vietnamese ? " hoặc " : " or ")
  }

  private static func distanceText(_ distance: Interval, unit: MeasurementUnit, _ language: Language)
    -> String
  {
    let isVietnamese = language == .vietnamese
    if distance == Interval(.zero) { return isVietnamese ? ", đúng mức đề ra" : ", exactly at the mark" }
    let ends = [distance.lower, distance.upper]
    let isAbove = distance.lower >= .zero
    guard isAbove || distance.upper <= .zero else { return "" }
    let near = ends.map(\.magnitude).min() ?? .zero
    let far = ends.map(\.magnitude).max() ?? .zero
    let nearText = NumberText.distance(near, unit: unit, in: language)
    let farText = NumberText.distance(far, unit: unit, in: language)
    let to = isVietnamese ? " đến " : " to "
    let amount = near == far ? farText : nearText + to + farText
    if unit == .rank || unit == .group {
      // A smaller rank or group is the better one.
      if isVietnamese { return ", \(isAbove ? "kém" : "hơn") mức đề ra \(amount)" }
      return ", \(amount) \(isAbove ? "behind" : "ahead of") the mark"
    }
    if isVietnamese { return ", \(isAbove ? "cao hơn" : "thấp hơn") mức đề ra \(amount)" }
    return ", \(amount) \(isAbove ? "above" : "below") the mark"
  }
}

extension String {
  /// With a lower-case first letter, for use inside a sentence.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

  /// With an upper-case first letter, for the beginning of a sentence.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
