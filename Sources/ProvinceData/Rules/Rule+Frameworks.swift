internal import Scoring
internal import Text

/// Rules about the framework that `score` and `robustness` read.
extension Rule {
  static func frameworkFault(_ fault: Framework.FrameworkFault) -> Rule {
    Rule(
      "framework.fault", vi: fault.sentence.vi, en: fault.sentence.en,
      hintVi: fault.hint.vi, hintEn: fault.hint.en)
  }

  static let frameworkOfTwoKinds = Rule(
    "framework.kind", vi: "Bộ tiêu chí có cả cột “weight” và cột “max_points”.",
    en: "The framework has both a column “weight” and a column “max_points”.",
    hintVi: "Giữ một cột: “weight” nếu là trọng số tương đối, “max_points” nếu là điểm tối đa.",
    hintEn: "Keep one: “weight” for relative weights, “max_points” for maximum points.")

  static let frameworkWithoutKind = Rule(
    "framework.kind", vi: "Bộ tiêu chí không có cột “weight” hay “max_points”.",
    en: "The framework has neither a column “weight” nor a column “max_points”.",
    hintVi: "Thêm một cột: “weight” nếu là trọng số tương đối, “max_points” nếu là điểm tối đa.",
    hintEn: "Add one: “weight” for relative weights, “max_points” for maximum points.")

  static func normaliseMalformed(value: String) -> Rule {
    Rule(
      "framework.normalise", vi: "“\(value)” không phải là một cách chuẩn hóa.",
      en: "“\(value)” is not a way to normalise.",
      hintVi: "Dùng một trong: none, min-max, min-max:THẤP:CAO, z-score, rank, distance-to-target:ĐÍCH, "
        + "goalposts:THẤP:CAO; THẤP nhỏ hơn CAO, ĐÍCH lớn hơn 0.",
      hintEn: "Use one of: none, min-max, min-max:LOW:HIGH, z-score, rank, distance-to-target:TARGET, "
        + "goalposts:LOW:HIGH; LOW is below HIGH, TARGET above 0.")
  }

  static func methodWithoutEffect(key: String, code: String) -> Rule {
    Rule(
      "framework.no-effect", .warning,
      vi: "“\(key)” không có tác dụng ở “\(code)”.", en: "“\(key)” has no effect at “\(code)”.",
      hintVi:
        "“aggregate” dành cho mã có phần bên dưới được chấm; “direction”, “normalise” dành cho mã được chấm.",
      hintEn:
        "“aggregate” is for codes with scored parts below; “direction” and “normalise” are for scored codes."
    )
  }
}

extension Framework.FrameworkFault {
  fileprivate var sentence: LocalizedText {
    switch self {
    case .noRoot: LocalizedText(vi: "Cây điểm không có gốc.", en: "The tree has no root.")
    case .secondRoot(let code):
      LocalizedText(
        vi: "“\(code)” là gốc thứ hai; chỉ một dòng được để trống “parent”.",
        en: "“\(code)” is a second root; only one row may leave “parent” empty.")
    case .duplicate(let code):
      LocalizedText(vi: "Mã “\(code)” có hai lần.", en: "The code “\(code)” stands twice.")
    case .unknownParent(let code, let parent):
      LocalizedText(
        vi: "“\(code)” thuộc “\(parent)”, nhưng không có mã này.",
        en: "“\(code)” is below “\(parent)”, which does not exist.")
    case .cycle(let code):
      LocalizedText(vi: "“\(code)” không nối lên đến gốc.", en: "“\(code)” does not lead up to the root.")
    case .sum(let code, let stated, let sum):
      LocalizedText(
        vi: "Điểm tối đa của “\(code)” là \(stated), các phần cộng lại là \(sum).",
        en: "The maximum of “\(code)” is \(stated), its parts sum to \(sum).")
    case .notPositive(let code):
      LocalizedText(
        vi: "Điểm tối đa của “\(code)” phải lớn hơn 0.", en: "The maximum of “\(code)” must be above 0.")
    case .weightMissing(let code):
      LocalizedText(vi: "“\(code)” không có trọng số.", en: "“\(code)” has no weight.")
    case .weightInvalid(let code):
      LocalizedText(
        vi: "Trọng số của “\(code)” phải là số hữu hạn không âm; khác 0 thì nằm từ 1e-100 đến 1e100.",
        en:
          "The weight of “\(code)” must be finite and not below 0, from 1e-100 to 1e100 where it is above 0.")
    case .zeroGroup(let code):
      LocalizedText(
        vi: "Các phần của “\(code)” đều có trọng số 0.", en: "The parts of “\(code)” all have weight 0.")
    }
  }

  fileprivate var hint: LocalizedText {
    switch self {
    case .noRoot, .secondRoot, .duplicate, .unknownParent, .cycle, .sum, .notPositive:
      LocalizedText(
        vi: "Cây điểm có một gốc, mỗi mã một lần, điểm các phần cộng lại bằng điểm chung.",
        en: "A tree has one root, each code once, and parts that sum to the whole.")
    case .weightInvalid:
      LocalizedText(
        vi: "Trọng số là 0 hay một số từ 1e-100 đến 1e100; chỉ tỉ lệ giữa các phần của một nhóm là đáng kể.",
        en: "A weight is 0 or a number from 1e-100 to 1e100; only the ratios within a group matter.")
    case .weightMissing, .zeroGroup:
      LocalizedText(
        vi: "Mã nào dưới gốc cũng có trọng số hữu hạn không âm, mỗi nhóm có ít nhất một trọng số lớn hơn 0.",
        en: "Every code below the root has a finite weight, not below 0, and each group one above 0.")
    }
  }
}
