internal import Scoring
internal import Text

/// Rules of the files that `score` and `robustness` read: a framework, scores, standard errors and weights.
enum IndexRule: Hashable, Sendable {
  // The framework.
  case frameworkOfTwoKinds
  case frameworkWithoutKind
  case normaliseMalformed(value: String)
  case methodWithoutEffect(key: String, code: String)
  case notFinite(value: String)
  // Standard errors.
  case unitUnknown(String, nearest: String?)
  case standardErrorNegative(value: String)
  case standardErrorWithoutScore(unit: String, code: String)
  // What framework and scores are together.
  case fault(CompositeFault)
  case leftOut(CompositeIndex.LeftOut)
  case unranked(CompositeIndex.Unranked, minimum: Double)
  // Weights to replay.
  case drawNumber(value: String)
  case weightsWithoutEffect(code: String)
  case weightsAbandoned(faults: Int)
}

extension IndexRule {
  /// The rule in words.
  var wording: DataRule.Wording {
    switch self {
    case .frameworkOfTwoKinds:
      DataRule.Wording(
        .frameworkKind, vi: "Bộ tiêu chí có cả cột “weight” và cột “max_points”.",
        en: "The framework has both a column “weight” and a column “max_points”.",
        hintVi: "Giữ một cột: “weight” nếu là trọng số tương đối, “max_points” nếu là điểm tối đa.",
        hintEn: "Keep one: “weight” for relative weights, “max_points” for maximum points.")
    case .frameworkWithoutKind:
      DataRule.Wording(
        .frameworkKind, vi: "Bộ tiêu chí không có cột “weight” hay “max_points”.",
        en: "The framework has neither a column “weight” nor a column “max_points”.",
        hintVi: "Thêm một cột: “weight” nếu là trọng số tương đối, “max_points” nếu là điểm tối đa.",
        hintEn: "Add one: “weight” for relative weights, “max_points” for maximum points.")
    case .normaliseMalformed(let value):
      DataRule.Wording(
        .frameworkNormalise, vi: "“\(value)” không phải là một cách chuẩn hóa.",
        en: "“\(value)” is not a way to normalise.",
        hintVi: "Dùng một trong: none, min-max, min-max:THẤP:CAO, z-score, rank, distance-to-target:ĐÍCH, "
          + "goalposts:THẤP:CAO; THẤP nhỏ hơn CAO, ĐÍCH lớn hơn 0.",
        hintEn: "Use one of: none, min-max, min-max:LOW:HIGH, z-score, rank, distance-to-target:TARGET, "
          + "goalposts:LOW:HIGH; LOW is below HIGH, TARGET above 0.")
    case .methodWithoutEffect(let key, let code):
      DataRule.Wording(
        .frameworkNoEffect, .warning,
        vi: "“\(key)” không có tác dụng ở “\(code)”.", en: "“\(key)” has no effect at “\(code)”.",
        hintVi:
          "“aggregate” dành cho mã có phần bên dưới được chấm; “direction”, “normalise” dành cho mã được chấm.",
        hintEn:
          "“aggregate” is for codes with scored parts below; “direction” and “normalise” are for scored codes."
      )
    case .notFinite(let value):
      DataRule.Wording(
        .numberNotFinite, vi: "“\(value)” không phải là số hữu hạn.",
        en: "“\(value)” is not a finite number.",
        hintVi: "Hãy ghi một con số; giá trị chưa biết thì để trống ô.",
        hintEn: "Write a number; leave the cell empty where the value is not known.")
    case .unitUnknown(let unit, let nearest):
      DataRule.Wording(
        .unitUnknown, vi: "Tệp điểm không có đơn vị “\(unit)”.", en: "The scores have no unit “\(unit)”.",
        hintVi: nearest.map { "Có phải là “\($0)” không?" } ?? "Hãy ghi tên đúng như trong tệp điểm.",
        hintEn: nearest.map { "Did you mean “\($0)”?" } ?? "Write the name as it stands in the scores.")
    case .standardErrorNegative(let value):
      DataRule.Wording(
        .standardErrorNegative, vi: "Sai số chuẩn “\(value)” là số âm.",
        en: "The standard error “\(value)” is negative.",
        hintVi: "Sai số chuẩn không nhỏ hơn 0; chưa biết thì để trống ô.",
        hintEn: "A standard error is not below 0; leave the cell empty where it is not known.")
    case .standardErrorWithoutScore(let unit, let code):
      DataRule.Wording(
        .standardErrorNoScore, .warning,
        vi: "Sai số chuẩn này không đi với điểm nào: “\(unit)” không có điểm ở “\(code)”.",
        en: "“\(unit)” has no score at “\(code)” that the standard error could belong to.",
        hintVi: "Hãy kiểm tra mã và đơn vị; sai số chuẩn này không được dùng.",
        hintEn: "Check the code and the unit; the standard error is not used.")
    case .fault(let fault): fault.wording
    case .leftOut(let indicator): indicator.wording
    case .unranked(let unit, let minimum): unit.wording(minimum: minimum)
    case .drawNumber(let value):
      DataRule.Wording(
        .weightsDraw, vi: "“\(value)” không phải là số nguyên lớn hơn số lượt ở dòng trên.",
        en: "“\(value)” is not a whole number above the draw before it.",
        hintVi: "Cột “draw” ghi số thứ tự của lượt, tăng dần: 1, 2, 3.",
        hintEn: "The column “draw” numbers the draws, each above the one before: 1, 2, 3.")
    case .weightsWithoutEffect(let code):
      DataRule.Wording(
        .weightsNoEffect, .warning, vi: "Trọng số của “\(code)” không ảnh hưởng đến điểm nào.",
        en: "The weights of “\(code)” change no score.",
        hintVi: "Gốc không có trọng số; mã nằm dưới một mã đã được chấm không được tính.",
        hintEn: "The root has no weight, and a code below one that is scored does not count.")
    case .weightsAbandoned(let faults):
      DataRule.Wording(
        .weightsAbandoned, vi: "Đã có \(faults) dòng sai; phần còn lại của tệp không được đọc.",
        en: "\(faults) rows are faulty; the rest of the file is not read.",
        hintVi: "Hãy sửa các dòng trên rồi chạy lại.", hintEn: "Correct the rows above and run again.")
    }
  }
}

extension CompositeFault {
  fileprivate var wording: DataRule.Wording {
    switch self {
    case .scoresAtTwoLevels(let code, let below):
      DataRule.Wording(
        .indexTwoLevels, vi: "Có điểm ở “\(code)” và cả ở “\(below)” bên dưới.",
        en: "There are scores at “\(code)” and also at “\(below)” below it.",
        hintVi: "Giữ điểm ở một tầng: điểm của mã trên được tính từ các phần bên dưới.",
        hintEn: "Keep the scores of one level: those above are worked out from the parts below.")
    case .maximumUnknown(let code):
      DataRule.Wording(
        .indexMaximumUnknown, vi: "Chưa biết điểm tối đa của “\(code)” nên không có trọng số.",
        en: "The maximum of “\(code)” is not known, so it has no weight.",
        hintVi: "Ghi điểm tối đa, hoặc dùng bộ tiêu chí có đủ điểm tối đa.",
        hintEn: "Give the maximum, or use a framework whose maxima are all known.")
    case .lowerIsBetterWithoutScale(let code):
      DataRule.Wording(
        .indexLowerWithoutScale, vi: "“\(code)” càng thấp càng tốt, nhưng giá trị được dùng nguyên như thế.",
        en: "At “\(code)” lower is better, but the value is used as it stands.",
        hintVi: "Ghi cách chuẩn hóa ở “normalise”, chẳng hạn min-max hoặc goalposts:THẤP:CAO.",
        hintEn: "Say how to normalise in “normalise”, such as min-max or goalposts:LOW:HIGH.")
    case .notPositive(let unit, let code):
      DataRule.Wording(
        .indexNotPositive, vi: "Giá trị của “\(unit)” ở “\(code)” không lớn hơn 0.",
        en: "The value of “\(unit)” at “\(code)” is not above 0.",
        hintVi: "distance-to-target chia cho giá trị hoặc cho đích; hãy kiểm tra con số hoặc chọn cách khác.",
        hintEn:
          "distance-to-target divides by the value or the target; check the number or choose another way."
      )
    case .outOfRange(let unit, let code):
      DataRule.Wording(
        .indexOutOfRange, vi: "Giá trị chuẩn hóa của “\(unit)” ở “\(code)” quá lớn để tính.",
        en: "The normalised value of “\(unit)” at “\(code)” is too large to compute with.",
        hintVi: "Hãy kiểm tra con số và các tham số của cách chuẩn hóa.",
        hintEn: "Check the number and the parameters of the normalisation.")
    case .negativeValue(let unit, let code):
      DataRule.Wording(
        .indexNegativeValue, vi: "Giá trị chuẩn hóa của “\(unit)” ở “\(code)” nhỏ hơn 0.",
        en: "The normalised value of “\(unit)” at “\(code)” is below 0.",
        hintVi: "Trung bình nhân và trung bình điều hòa cần giá trị không âm; hãy chuẩn hóa cách khác, "
          + "chẳng hạn min-max.",
        hintEn: "Geometric and harmonic means need values not below 0; normalise in another way, such as "
          + "min-max.")
    case .nothingToRank:
      DataRule.Wording(
        .indexNothingToRank, vi: "Không có đơn vị nào đủ số liệu để xếp hạng.",
        en: "No unit has enough known values to be ranked.",
        hintVi: "Hãy ghi thêm điểm, hoặc hạ “--min-coverage”.",
        hintEn: "Add scores, or lower “--min-coverage”.")
    }
  }
}

extension CompositeIndex.LeftOut {
  fileprivate var wording: DataRule.Wording {
    switch reason {
    case .missingEverywhere:
      DataRule.Wording(
        .indexMissingEverywhere, .warning, vi: "Không đơn vị nào có giá trị ở “\(code)”.",
        en: "No unit has a value at “\(code)”.",
        hintVi: "Mã này được bỏ ra và trọng số của nó chia cho các mã cùng nhóm.",
        hintEn: "The code is left out, and its weight is shared out among the others of its group.")
    case .normalisation(.tooFewUnits):
      DataRule.Wording(
        .indexTooFewUnits, .warning, vi: "Chỉ một đơn vị có giá trị ở “\(code)” nên không chuẩn hóa được.",
        en: "Only one unit has a value at “\(code)”, so it can not be normalised.",
        hintVi: "Mã này được bỏ ra; goalposts và distance-to-target không cần so các đơn vị với nhau.",
        hintEn: "The code is left out; goalposts and distance-to-target do not compare units.")
    case .normalisation:
      DataRule.Wording(
        .indexConstant, .warning, vi: "Mọi đơn vị có cùng một giá trị ở “\(code)” nên không chuẩn hóa được.",
        en: "All units have the same value at “\(code)”, so it can not be normalised.",
        hintVi: "Mã này được bỏ ra; goalposts và distance-to-target không cần so các đơn vị với nhau.",
        hintEn: "The code is left out; goalposts and distance-to-target do not compare units.")
    }
  }
}

extension CompositeIndex.Unranked {
  fileprivate func wording(minimum: Double) -> DataRule.Wording {
    func percent(_ share: Double, _ language: Language) -> String {
      // Rounded down, so that a share below the minimum never reads as the minimum.
      let hundredths = ExactDecimal(tenThousandths: Int64((share * 10_000).rounded(.down)) * 100)
      return NumberText.exact(hundredths, in: language)
    }
    return DataRule.Wording(
      .indexUnranked, .warning,
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
