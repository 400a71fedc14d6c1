package import Scoring
package import Text

extension AttainmentWording {
  /// What is told wherever the verdict is: figures that conflict, are a bound or may be counted in another way, and a
  /// success that came late. Whole sentences, without the figure that speaks against the verdict.
  package static func caveats(
    _ judgement: Attainment.Judgement, of attainment: Attainment, _ language: Language
  ) -> [String] {
    let isVietnamese = language == .vietnamese
    var sentences = [onTheValue(judgement, of: attainment, language)].compactMap { $0 }
    if let later = judgement.reachedLater {
      let figure = reports([later], of: attainment, language)
      sentences.append(
        isVietnamese
          ? "Sau hạn mới đạt: \(figure); kết luận vẫn là không đạt."
          : "It was reached after the deadline: \(figure); the verdict stays missed.")
    }
    return sentences
  }

  /// That the value may be another one, or may be counted otherwise; nil for one exact value.
  private static func onTheValue(
    _ judgement: Attainment.Judgement, of attainment: Attainment, _ language: Language
  ) -> String? {
    let isVietnamese = language == .vietnamese
    if attainment.target.denominator == Indicator.Denominator.unstated {
      return unstatedText(judgement, of: attainment, language)
    }
    let values = Set(judgement.answers.map(\.value.value))
    if values.count > 1 {
      return isVietnamese
        ? "Các nguồn ghi khác nhau, kết luận xét mọi giá trị tìm được."
        : "The sources disagree; the verdict considers every value found."
    }
    switch judgement.answers.first?.bound {
    case .above, .below:
      if judgement.answers.first?.confidence == .derived {
        return isVietnamese
          ? "Số suy ra chỉ cho biết một đầu giới hạn, kết luận xét mọi giá trị có thể."
          : "The derived figure is a bound only; the verdict considers every value it allows."
      }
      return isVietnamese
        ? "Nguồn chỉ cho biết một đầu giới hạn, kết luận xét mọi giá trị có thể."
        : "The source gives a bound only; the verdict considers every value it allows."
    case .about:
      let percent = ValueRange.approximationPercent
      return isVietnamese
        ? "Nguồn ghi số xấp xỉ; bộ công cụ quy ước xét trong khoảng ±\(percent)% quanh số đó."
        : "The source gives an approximate value; by this toolkit's convention values within ±\(percent)% of it are considered."
    case .exact, nil: return nil
    }
  }

  /// The figure that is counted in another way and would turn the verdict.
  static func counterText(
    _ counter: Attainment.CounterFigure, of attainment: Attainment, _ language: Language
  ) -> String {
    let figure = reports([counter.outcome], of: attainment, language)
    let way = way(of: counter, attainment.indicator, language)
    let verdict = counter.verdict.name[language].lowercasedFirst
    return language == .vietnamese
      ? "Tính theo cách khác (\(way)) thì kết quả là \(figure), và kết luận sẽ là: \(verdict)."
      : "Counted in another way (\(way)), the outcome is \(figure), and the verdict would be: \(verdict)."
  }

  /// How the figure that speaks against a verdict is counted.
  package static func way(
    of counter: Attainment.CounterFigure, _ indicator: Indicator, _ language: Language
  ) -> String {
    ways([counter.outcome.denominator], of: indicator, language)
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

  /// Says that every way of counting was considered because the document names none, and which have no outcome.
  private static func unstatedText(
    _ judgement: Attainment.Judgement, of attainment: Attainment, _ language: Language
  ) -> String {
    let indicator = attainment.indicator
    let found = judgement.answers.map(\.denominator)
    let open = indicator.denominators.map(\.id).filter { !found.contains($0) }
    let document = textRead(attainment.reasons.document)
    if found.allSatisfy({ $0 == Indicator.Denominator.unstated }) {
      return language == .vietnamese
        ? "Cả \(document.vi) lẫn nguồn của kết quả không nói tính trên mẫu số nào, nên chưa kết luận được."
        : "Neither \(document.en) nor the source of the result says what it counts over, so no verdict is possible."
    }
    let foundText = ways(found, of: indicator, language)
    let openText = ways(open, of: indicator, language)
    if language == .vietnamese {
      let rest =
        open.isEmpty
        ? "" : " Chưa tìm thấy số theo cách: \(openText); nếu tính như vậy, kết luận có thể khác."
      return
        "\(document.vi.capitalizedFirst) không nói tính trên mẫu số nào, nên xét mọi cách tính. Tìm thấy số theo cách: \(foundText).\(rest)"
    }
    let rest =
      open.isEmpty ? "" : " No figure was found for: \(openText); counted that way, the verdict could differ."
    return
      "\(document.en.capitalizedFirst) does not say what it counts over, so every way of counting is considered. Figures found for: \(foundText).\(rest)"
  }
}
