internal import Text

/// What the words of the data files mean in Vietnamese, and what people write in their place.
enum WordMeaning {
  /// The word that a text in Vietnamese, or in other letters, means; nil when none of the allowed ones is meant.
  static func word(meant text: String, among allowed: [String]) -> String? {
    let key = folded(text)
    return allowed.first { folded($0) == key || (meanings[$0] ?? []).contains { folded($0) == key } }
  }

  /// A word with its meaning, such as `above (trên)`; the word alone when it has none.
  static func explained(_ word: String) -> String {
    meanings[word]?.first.map { "\(word) (\($0))" } ?? word
  }

  /// Signs have no letters, so they stay as they are.
  private static func folded(_ text: String) -> String {
    let slug = Slug.make(text)
    return slug.isEmpty ? text : slug
  }

  /// For each word its meaning, then other ways to say it.
  static let meanings: [String: [String]] = [
    // How a value is to be read.
    "exact": ["đúng bằng", "đúng", "chính xác", "bằng", "="],
    "above": ["trên", "hơn", "vượt", "quá", "lớn hơn", ">"],
    "below": ["dưới", "gần", "chưa đến", "nhỏ hơn", "<"],
    "about": ["khoảng", "xấp xỉ", "gần bằng", "ước khoảng", "~"],
    // The stretch of time.
    "full-year": ["cả năm", "năm", "nguyên năm", "12 tháng"],
    "estimate": ["ước cả năm", "ước", "ước thực hiện", "ước tính"],
    "first-months": [
      "từ tháng 1", "từ đầu năm", "những tháng đầu năm", "6 tháng đầu năm", "6 tháng", "9 tháng",
    ],
    "month": ["riêng một tháng", "tháng", "một tháng"],
    "as-of": ["tính đến ngày", "tính đến", "đến ngày", "lũy kế", "tại thời điểm"],
    "fiscal-year": ["năm ngân sách", "niên độ ngân sách"],
    // Levels of government and kinds of places.
    "province": ["cấp tỉnh", "tỉnh"],
    "district": ["cấp huyện", "huyện"],
    "commune": ["cấp xã", "xã"],
    "district-and-commune": ["cấp huyện và cấp xã", "cấp huyện, cấp xã", "huyện và xã", "huyện, xã"],
    "all": ["tất cả các cấp", "toàn tỉnh", "các cấp", "tất cả", "cả ba cấp", "3 cấp"],
    "city": ["thành phố trực thuộc trung ương", "thành phố"],
    "region": ["vùng"],
    "nation": ["cả nước", "toàn quốc"],
    // Units.
    "percent": ["phần trăm", "%", "tỷ lệ phần trăm", "tỷ lệ"],
    "percentage-points": ["điểm phần trăm"],
    "points": ["điểm"],
    "rank": ["hạng", "thứ hạng", "xếp hạng"],
    "count": ["số lượng", "số đếm", "cái", "số"],
    "minutes": ["phút"],
    "index": ["chỉ số từ 0 đến 1", "chỉ số"],
    "billion-vnd": ["tỷ đồng", "tỉ đồng"],
    "group": ["nhóm"],
    "none": ["không"],
    // How well a figure is backed.
    "confirmed": ["đã đối chứng", "đã xác nhận", "hai nguồn", "xác nhận"],
    "single": ["một nguồn", "1 nguồn"],
    "derived": ["tự tính", "suy ra"],
    "conflict": ["các nguồn trái nhau", "trái nhau", "mâu thuẫn"],
    // Kinds of sources and documents.
    "legal-text": ["văn bản", "văn bản pháp lý", "văn bản quy phạm"],
    "primary": ["nơi công bố số liệu", "nguồn gốc", "sơ cấp"],
    "primary-adjacent": ["trang khác của nơi công bố"],
    "secondary": ["nguồn khác, như báo", "báo", "báo chí", "thứ cấp"],
    "plan": ["kế hoạch"],
    "directive": ["chỉ thị"],
    "resolution": ["nghị quyết"],
    "proposal": ["đề án"],
    "announcement": ["thông báo"],
    // Verdicts, and why one changed.
    "met": ["đạt"],
    "missed": ["không đạt"],
    "undetermined": ["chưa xác định"],
    "pending": ["chưa đến hạn"],
    "lapsed": ["dừng do sáp nhập", "dừng"],
    "no-data": ["chưa tìm thấy số liệu", "chưa có số liệu", "không có số liệu"],
    "not-measurable": ["không đo được"],
    "data": ["số liệu", "dữ liệu"],
    "rules": ["quy tắc"],
    "mistake": ["sai sót", "nhầm lẫn"],
    "administrative-reform": ["cải cách hành chính", "cải cách", "CCHC"],
    "digital-government": ["chính quyền số", "chuyển đổi số"],
    "investment": ["đầu tư công", "đầu tư"],
    "socio-economic": ["kinh tế - xã hội", "kinh tế", "KT-XH"],
    // What a part of a document holds.
    "targets": ["chỉ tiêu", "mục tiêu"],
    "tasks": ["nhiệm vụ"],
    "mixed": ["chỉ tiêu và nhiệm vụ", "cả hai"],
    "requirements": ["yêu cầu chung", "yêu cầu"],
    "assignments": ["việc giao cho từng cơ quan", "phân công"],
    // Comparators.
    ">=": ["ít nhất", "từ … trở lên", "≥", "=>", "tối thiểu", "trở lên"],
    ">": ["trên", "lớn hơn", "hơn"],
    "<=": ["nhiều nhất", "không quá", "≤", "=<", "tối đa"],
    "<": ["dưới", "nhỏ hơn"],
    "=": ["bằng", "==", "đúng"],
    "range": ["khoảng từ đến", "khoảng", "từ đến"],
    "rank-group": ["nhóm xếp hạng", "nhóm"],
    "relative": ["so với năm khác", "so với năm trước"],
    "qualitative": ["định tính", "không có số"],
    // What a published figure tells.
    "score": ["điểm, giá trị của chỉ số", "giá trị", "điểm", "điểm số"],
    "quartile-group": ["nhóm tứ phân vị", "nhóm"],
    "average": ["trung bình", "bình quân"],
    "highest": ["cao nhất"],
    "lowest": ["thấp nhất"],
    "provinces-up": ["số tỉnh tăng"],
    "provinces-down": ["số tỉnh giảm"],
    "above-average": ["số tỉnh trên trung bình"],
    "group-count": ["số tỉnh hay đơn vị trong nhóm", "số tỉnh trong nhóm"],
    "largest-rise": ["tăng nhiều nhất"],
    "smallest-rise": ["tăng ít nhất"],
    "largest-fall": ["giảm nhiều nhất"],
    "smallest-fall": ["giảm ít nhất"],
    "change": ["mức tăng giảm", "tăng giảm", "thay đổi"],
    "survey-forms": ["số phiếu khảo sát", "số phiếu"],
    "band": ["mức xếp loại", "xếp loại"],
    "units-scored": ["số đơn vị được chấm"],
    "units-up": ["số đơn vị tăng"],
    // Units of a province.
    "department": ["sở, ngành", "sở"],
    // Scorecards and frameworks.
    "full": ["cả phần khảo sát", "đầy đủ", "toàn bộ"],
    "appraisal": ["thẩm định", "chỉ phần thẩm định"],
    "unstated": ["nguồn không nêu", "không nêu", "không rõ"],
    "survey": ["điều tra xã hội học", "khảo sát"],
    "leaves-both": ["bỏ khỏi cả điểm và điểm tối đa"],
    "full-points": ["được điểm tối đa"],
    "zero-points": ["được 0 điểm"],
    // The rest.
    "higher": ["cao hơn là tốt", "càng cao càng tốt", "tăng"],
    "lower": ["thấp hơn là tốt", "càng thấp càng tốt", "giảm"],
    "lead": ["chủ trì"],
    "support": ["phối hợp"],
    "vi": ["tiếng Việt"],
    "en": ["tiếng Anh"],
    "other": ["tiếng khác"],
  ]
}
