internal import Robustness
internal import Scoring
internal import Text

/// Rules that concern a framework and its scores.
extension Rule {
  static func indexFault(_ fault: CompositeFault) -> Rule {
    switch fault {
    case .scoresAtTwoLevels(let code, let below):
      Rule(
        "index.two-levels", vi: "Có điểm ở “\(code)” và cả ở “\(below)” bên dưới.",
        en: "There are scores at “\(code)” and also at “\(below)” below it.",
        hintVi: "Giữ điểm ở một tầng: điểm của mã trên được tính từ các phần bên dưới.",
        hintEn: "Keep the scores of one level: those above are worked out from the parts below.")
    case .maximumUnknown(let code):
      Rule(
        "index.maximum-unknown", vi: "Chưa biết điểm tối đa của “\(code)” nên không có trọng số.",
        en: "The maximum of “\(code)” is not known, so it has no weight.",
        hintVi: "Ghi điểm tối đa, hoặc dùng bộ tiêu chí có đủ điểm tối đa.",
        hintEn: "Give the maximum, or use a framework whose maxima are all known.")
    case .lowerIsBetterWithoutScale(let code):
      Rule(
        "index.lower-without-scale",
        vi: "“\(code)” càng thấp càng tốt, nhưng giá trị được dùng nguyên như thế.",
        en: "At “\(code)” lower is better, but the value is used as it stands.",
        hintVi: "Ghi cách chuẩn hóa ở “normalise”, chẳng hạn min-max hoặc goalposts:THẤP:CAO.",
        hintEn: "Say how to normalise in “normalise”, such as min-max or goalposts:LOW:HIGH.")
    case .notPositive(let unit, let code):
      Rule(
        "index.not-positive", vi: "Giá trị của “\(unit)” ở “\(code)” không lớn hơn 0.",
        en: "The value of “\(unit)” at “\(code)” is not above 0.",
        hintVi: "distance-to-target chia cho giá trị hoặc cho đích; hãy kiểm tra con số hoặc chọn cách khác.",
        hintEn:
          "distance-to-target divides by the value or the target; check the number or choose another way."
      )
    case .outOfRange(let unit, let code):
      Rule(
        "index.out-of-range", vi: "Giá trị chuẩn hóa của “\(unit)” ở “\(code)” quá lớn để tính.",
        en: "The normalised value of “\(unit)” at “\(code)” is too large to compute with.",
        hintVi: "Hãy kiểm tra con số và các tham số của cách chuẩn hóa.",
        hintEn: "Check the number and the parameters of the normalisation.")
    case .negativeValue(let unit, let code):
      Rule(
        "index.negative-value", vi: "Giá trị chuẩn hóa của “\(unit)” ở “\(code)” nhỏ hơn 0.",
        en: "The normalised value of “\(unit)” at “\(code)” is below 0.",
        hintVi: "Trung bình nhân và trung bình điều hòa cần giá trị không âm; hãy chuẩn hóa cách khác, "
          + "chẳng hạn min-max.",
        hintEn: "Geometric and harmonic means need values not below 0; normalise in another way, such as "
          + "min-max.")
    case .nothingToRank:
      Rule(
        "index.nothing-to-rank", vi: "Không có đơn vị nào đủ số liệu để xếp hạng.",
        en: "No unit has enough known values to be ranked.",
        hintVi: "Hãy ghi thêm điểm, hoặc hạ “--min-coverage”.",
        hintEn: "Add scores, or lower “--min-coverage”.")
    }
  }

  static func indexLeftOut(_ indicator: CompositeIndex.LeftOut) -> Rule {
    let code = indicator.code
    switch indicator.reason {
    case .missingEverywhere:
      return Rule(
        "index.missing-everywhere", .warning, vi: "Không đơn vị nào có giá trị ở “\(code)”.",
        en: "No unit has a value at “\(code)”.",
        hintVi: "Mã này được bỏ ra và trọng số của nó chia cho các mã cùng nhóm.",
        hintEn: "The code is left out, and its weight is shared out among the others of its group.")
    case .normalisation(.tooFewUnits):
      return Rule(
        "index.too-few-units", .warning,
        vi: "Chỉ một đơn vị có giá trị ở “\(code)” nên không chuẩn hóa được.",
        en: "Only one unit has a value at “\(code)”, so it cannot be normalised.",
        hintVi: "Mã này được bỏ ra; goalposts và distance-to-target không cần so các đơn vị với nhau.",
        hintEn: "The code is left out; goalposts and distance-to-target do not compare units.")
    case .normalisation:
      return Rule(
        "index.constant", .warning,
        vi: "Mọi đơn vị có cùng một giá trị ở “\(code)” nên không chuẩn hóa được.",
        en: "All units have the same value at “\(code)”, so it cannot be normalised.",
        hintVi: "Mã này được bỏ ra; goalposts và distance-to-target không cần so các đơn vị với nhau.",
        hintEn: "The code is left out; goalposts and distance-to-target do not compare units.")
    }
  }

  static func indexUnranked(_ unranked: CompositeIndex.Unranked, minimum: Double) -> Rule {
    let (unit, coverage) = (unranked.unit, unranked.coverage)
    @Sendable func percent(_ share: Double, _ language: Language) -> String {
      // Rounded down, so that a share below the minimum never reads as the minimum.
      let hundredths = ExactDecimal(tenThousandths: Int64((share * 10_000).rounded(.down)) * 100)
      return NumberText.exact(hundredths, in: language)
    }
    return Rule(
      "index.unranked", .warning,
      vi: coverage > 0
        ? "“\(unit)” không được xếp hạng: chỉ biết \(percent(coverage, .vietnamese))% trọng số, cần "
          + "\(percent(minimum, .vietnamese))%."
        : "“\(unit)” không được xếp hạng: không có giá trị nào.",
      en: coverage > 0
        ? "“\(unit)” is not ranked: \(percent(coverage, .english))% of the weight is known, "
          + "\(percent(minimum, .english))% is needed."
        : "“\(unit)” is not ranked: no value is known.",
      hintVi: "Hãy ghi thêm điểm; điều chưa biết không được tính là 0.",
      hintEn: "Add scores; what is not known never counts as zero.")
  }
}
