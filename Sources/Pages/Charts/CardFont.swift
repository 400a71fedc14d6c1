/// The widths of DejaVu Sans, in which the cards are drawn whatever the machine that makes their pictures.
///
/// Unlike ``TextMeasure``, which guesses for the unknown font of a reader, these are the widths of the font itself.
enum CardFont {
  static let family = "DejaVu Sans"

  /// The width of a text in pixels, at a font size in pixels.
  static func width(_ text: String, size: Double, isBold: Bool) -> Double {
    let widths = isBold ? bold : regular
    let ems = text.unicodeScalars.reduce(0) { $0 + width(of: $1, widths, isBold) }
    return Double(ems) * size / 1000
  }

  /// In thousandths of an em. A letter with marks is as wide as without; what is in neither table counts as wide.
  private static func width(of scalar: Unicode.Scalar, _ widths: [Int], _ isBold: Bool) -> Int {
    let plain = plainLetters[scalar] ?? scalar
    if (32..<127).contains(plain.value) { return widths[Int(plain.value) - 32] }
    if let width = others[plain] { return isBold ? width.bold : width.regular }
    return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1_050
  }

  private static let plainLetters: [Unicode.Scalar: Unicode.Scalar] = {
    let groups: [(String, Unicode.Scalar)] = [
      ("àáảãạăằắẳẵặâầấẩẫậ", "a"), ("èéẻẽẹêềếểễệ", "e"), ("ìíỉĩị", "i"), ("òóỏõọôồốổỗộ", "o"), ("ờớởỡợ", "ơ"),
      ("ùúủũụ", "u"), ("ừứửữự", "ư"), ("ỳýỷỹỵ", "y"), ("ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ", "A"), ("ÈÉẺẼẸÊỀẾỂỄỆ", "E"),
      ("ÌÍỈĨỊ", "I"), ("ÒÓỎÕỌÔỒỐỔỖỘ", "O"), ("ỜỚỞỠỢ", "Ơ"), ("ÙÚỦŨỤ", "U"), ("ỪỨỬỮỰ", "Ư"), ("ỲÝỶỸỴ", "Y"),
      ("\u{A0}\u{202F}", " "),
    ]
    return groups.reduce(into: [:]) { plain, group in
      for letter in group.0.unicodeScalars { plain[letter] = group.1 }
    }
  }()

  private static let others: [Unicode.Scalar: (regular: Int, bold: Int)] = [
    "ơ": (612, 688), "ư": (634, 712), "Ơ": (913, 874), "Ư": (858, 836), "đ": (635, 716), "Đ": (775, 838),
    "–": (500, 500), "—": (1000, 1000), "·": (318, 380), "’": (318, 380), "“": (519, 658), "”": (519, 658),
    "…": (1000, 1000), "≥": (838, 838), "≤": (838, 838), "−": (838, 838), "×": (838, 838), "≈": (838, 838),
    "±": (838, 838),
  ]

  /// From the space to the tilde.
  private static let regular = [
    318, 401, 460, 838, 636, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337, 637, 637, 637, 637, 637,
    637, 637,
    637, 637, 637, 337, 337, 838, 838, 838, 531, 1000, 684, 687, 699, 771, 632, 576, 775, 752, 295, 295, 656,
    558, 863,
    749, 788, 604, 788, 695, 635, 611, 732, 685, 989, 686, 611, 686, 391, 337, 391, 838, 500, 500, 613, 635,
    550, 635,
    616, 353, 635, 634, 278, 278, 580, 278, 975, 634, 612, 635, 635, 412, 521, 393, 634, 592, 818, 592, 592,
    525, 637,
    337, 637, 838,
  ]
  private static let bold = [
    349, 456, 521, 838, 696, 1002, 873, 306, 458, 458, 523, 838, 380, 415, 380, 366, 696, 696, 696, 696, 696,
    696, 696,
    696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 763, 734, 831, 684, 684, 821, 837, 373, 373, 775,
    638, 996,
    837, 851, 734, 851, 771, 721, 683, 813, 774, 1103, 772, 725, 726, 458, 366, 458, 838, 500, 500, 675, 716,
    593, 716,
    679, 436, 716, 712, 343, 343, 666, 343, 1042, 712, 688, 716, 716, 494, 596, 479, 712, 652, 924, 645, 652,
    583, 712,
    366, 712, 838,
  ]
}
