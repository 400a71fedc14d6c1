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
            ? "Đây là một bước hướng tới chỉ tiêu khác của cùng kế hoạch, không thêm lời hứa nào nên không được đếm."
            : "This is a step towards another target of the same plan; it adds no further promise and is not counted."
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
      if case .group(let name, _) = target.goal {
        return isVietnamese
          ? "Không đo được: “\(name.vi)” không được nguồn nào định nghĩa bằng con số."
          : "Not measurable: no source defines “\(name.en)” by a number."
      }
      return isVietnamese
        ? "Không đo được: kế hoạch không nêu con số, cũng chưa có minh chứng được thống nhất."
        : "Not measurable: the plan gives no number and there is no agreed evidence."
    case .pending:
      let asOf = NumberText.date(PartialDate(attainment.reasons.asOf), in: language)
      return isVietnamese
        ? "Chưa đến hạn: mục tiêu \(goalText), hạn \(deadline), ngày chốt số liệu \(asOf)."
        : "Not yet due: the goal is \(goalText) by \(deadline); the data are as of \(asOf)."
    case .lapsed:
      return isVietnamese
        ? "Dừng do sáp nhập: mục tiêu \(goalText), hạn \(deadline); chưa có kết quả nào khi địa giới này thôi tồn tại, và sẽ không có nữa."
        : "Lapsed: the goal is \(goalText) by \(deadline); there was no outcome when this boundary ceased to exist, and there will be none."
    case .noData where !judgement.answers.isEmpty:
      return isVietnamese
        ? "Chưa có số liệu: mục tiêu \(goalText), hạn \(deadline); đã có kết quả nhưng chưa tìm được số liệu của năm làm mốc so sánh."
        : "No data: the goal is \(goalText) by \(deadline); there is an outcome, but no figure of the baseline year was found."
    case .noData:
      return isVietnamese
        ? "Chưa có số liệu: mục tiêu \(goalText), hạn \(deadline); chưa tìm được kết quả cùng chỉ số, cùng cách tính, cùng cấp và cùng kỳ."
        : "No data: the goal is \(goalText) by \(deadline); no outcome of the same indicator, denominator, level and period was found."
    case .met, .missed, .undetermined:
      return judged(judgement, goalText, of: attainment, language)
    }
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
    if let distance = judgement.distance, judgement.verdict != .undetermined {
      text += distanceText(distance, unit: attainment.indicator.unit, language)
    }
    text += "." + caveat(judgement, of: attainment, language)
    if judgement.isProvisional {
      text +=
        isVietnamese
        ? " Kết luận tạm tính: kết quả là số ước công bố cuối kỳ, chưa có số chính thức."
        : " The verdict is provisional: it rests on an estimate published at the end of the period, and no final figure was found."
    }
    if let later = judgement.reachedLater {
      let figure = reports([later], of: attainment, language)
      text +=
        isVietnamese
        ? " Sau hạn mới đạt: \(figure); kết luận vẫn là không đạt."
        : " It was reached after the deadline: \(figure); the verdict stays missed."
    }
    if let counter = judgement.counterFigure {
      text += " " + counterText(counter, of: attainment, language)
    }
    return text
  }

  /// The figure that is counted in another way and would turn the verdict.
  private static func counterText(
    _ counter: Attainment.CounterFigure, of attainment: Attainment, _ language: Language
  ) -> String {
    let figure = reports([counter.outcome], of: attainment, language)
    let way = ways([counter.outcome.denominator], of: attainment.indicator, language)
    let verdict = counter.verdict.name[language].lowercasedFirst
    return language == .vietnamese
      ? "Tính theo cách khác (\(way)) thì kết quả là \(figure), và kết luận sẽ là: \(verdict)."
      : "Counted in another way (\(way)), the outcome is \(figure), and the verdict would be: \(verdict)."
  }

  /// The ways of counting, in the order of the catalogue.
  private static func ways(
    _ ids: [Identifier<Indicator.Denominator>?], of indicator: Indicator, _ language: Language
  ) -> String {
    var names = indicator.denominators.filter { ids.contains($0.id) }.map { $0.name[language] }
    if ids.contains(Indicator.Denominator.unstated) {
      names.append(
        language == .vietnamese ? "cách tính mà nguồn không nêu" : "a way that the source does not state")
    }
    return names.joined(separator: "; ")
  }

  /// Says that every way of counting was considered because the plan names none, and which have no outcome.
  private static func unstatedText(
    _ judgement: Attainment.Judgement, of indicator: Indicator, _ language: Language
  ) -> String {
    let found = judgement.answers.map(\.denominator)
    let open = indicator.denominators.map(\.id).filter { !found.contains($0) }
    let foundText = ways(found, of: indicator, language)
    let openText = ways(open, of: indicator, language)
    if language == .vietnamese {
      let rest = open.isEmpty ? "" : "; chưa có kết quả theo: \(openText)"
      return
        " Kế hoạch không nói tính trên mẫu số nào, nên xét theo mọi cách tính. Có kết quả theo: \(foundText)\(rest)."
    }
    let rest = open.isEmpty ? "" : "; no outcome for: \(openText)"
    return
      " The plan does not say what it counts over, so every way of counting is considered. Outcomes for: \(foundText)\(rest)."
  }

  private static func reports(
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
    if distance == Interval(.zero) { return isVietnamese ? ", đúng mức đề ra" : ", just at the mark" }
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

  private static func caveat(
    _ judgement: Attainment.Judgement, of attainment: Attainment, _ language: Language
  ) -> String {
    let isVietnamese = language == .vietnamese
    if attainment.target.denominator == Indicator.Denominator.unstated {
      return unstatedText(judgement, of: attainment.indicator, language)
    }
    let values = Set(judgement.answers.map(\.value.value))
    if values.count > 1 {
      return isVietnamese
        ? " Các nguồn ghi khác nhau, kết luận xét mọi giá trị đã công bố."
        : " The sources disagree; the verdict considers every value reported."
    }
    switch judgement.answers.first?.bound {
    case .above, .below:
      return isVietnamese
        ? " Nguồn chỉ cho biết một đầu giới hạn, kết luận xét mọi giá trị có thể."
        : " The source gives a bound only; the verdict considers every value it allows."
    case .about:
      let percent = ValueRange.approximationPercent
      return isVietnamese
        ? " Nguồn ghi số xấp xỉ; bộ công cụ quy ước xét trong khoảng ±\(percent)% quanh số đó."
        : " The source gives an approximate value; by this toolkit's convention values within ±\(percent)% of it are considered."
    case .exact, nil: return ""
    }
  }
}

extension String {
  /// With a lower-case first letter, for use inside a sentence.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
