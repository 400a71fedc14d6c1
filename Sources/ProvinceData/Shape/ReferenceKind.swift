internal import Text

/// What an identifier in a data file can refer to.
enum ReferenceKind: Hashable, CaseIterable {
  case source
  case entity
  /// What a published figure can be about: an entity, or a province's own unit or group of units.
  case subject
  /// An entity with a folder of its own.
  case province
  case indicator
  case denominator
  case edition
  case plan
  case target
  case index
  case block
  /// A band of an index.
  case band

  /// The kind, as a sentence names it.
  var name: LocalizedText {
    switch self {
    case .source: LocalizedText(vi: "nguồn", en: "source")
    case .entity: LocalizedText(vi: "tỉnh, vùng hay nhóm", en: "province, region or group")
    case .subject:
      LocalizedText(
        vi: "tỉnh, vùng, nhóm hay đơn vị của tỉnh", en: "province, region, group or unit of a province")
    case .province: LocalizedText(vi: "tỉnh có thư mục riêng", en: "province with a folder of its own")
    case .indicator: LocalizedText(vi: "chỉ số đo", en: "indicator")
    case .denominator: LocalizedText(vi: "mẫu số", en: "denominator")
    case .edition: LocalizedText(vi: "bộ tiêu chí", en: "scoring framework")
    case .plan: LocalizedText(vi: "kế hoạch", en: "plan")
    case .target: LocalizedText(vi: "chỉ tiêu", en: "target")
    case .index: LocalizedText(vi: "chỉ số công bố", en: "published index")
    case .block: LocalizedText(vi: "khối điểm", en: "block of points")
    case .band: LocalizedText(vi: "mức xếp loại", en: "band")
    }
  }

  /// The place where the identifiers are declared.
  var place: LocalizedText {
    switch self {
    case .source: LocalizedText(same: "sources/")
    case .entity: LocalizedText(same: "national/entities.yaml")
    case .subject:
      LocalizedText(
        vi: "national/entities.yaml hoặc units.yaml của tỉnh",
        en: "national/entities.yaml or to units.yaml of its province")
    case .province: LocalizedText(same: "provinces/")
    case .indicator: LocalizedText(same: "indicators/")
    case .denominator:
      LocalizedText(vi: "“denominators” của chỉ số đo", en: "“denominators” of the indicator")
    case .edition: LocalizedText(same: "editions/")
    case .plan, .target: LocalizedText(same: "plans/")
    case .index: LocalizedText(same: "indexes.yaml")
    case .block: LocalizedText(vi: "“blocks” của bộ tiêu chí", en: "“blocks” of the framework")
    case .band: LocalizedText(vi: "“bands” của chỉ số", en: "“bands” of the index")
    }
  }

  /// The form of identifiers of the kind.
  var form: IdentifierForm {
    switch self {
    case .indicator: .snake
    case .index: .capitals
    default: .slug
    }
  }
}

/// The form of an identifier.
enum IdentifierForm: Hashable {
  /// `hai-duong-cchc-2024`.
  case slug
  /// `on_time_dossier_rate`.
  case snake
  /// `SIPAS`.
  case capitals

  /// The form in words.
  var description: LocalizedText {
    switch self {
    case .slug:
      LocalizedText(
        vi: "bằng chữ thường không dấu và chữ số, nối bằng gạch ngang: hai-duong-cchc-2024",
        en: "lower-case letters without accents and digits, joined by hyphens: hai-duong-cchc-2024")
    case .snake:
      LocalizedText(
        vi: "bằng chữ thường không dấu và chữ số, nối bằng gạch dưới: on_time_dossier_rate",
        en: "lower-case letters without accents and digits, joined by underscores: on_time_dossier_rate")
    case .capitals:
      LocalizedText(
        vi: "bằng chữ hoa không dấu và chữ số: SIPAS", en: "capital letters without accents and digits: SIPAS"
      )
    }
  }

  /// The form as a regular expression, for schemas.
  var pattern: String {
    switch self {
    case .slug: "^[a-z0-9]+(-[a-z0-9]+)*$"
    case .snake: "^[a-z0-9]+(_[a-z0-9]+)*$"
    case .capitals: "^[A-Z][A-Z0-9]*$"
    }
  }

  /// Whether a text has the form.
  func matches(_ text: String) -> Bool {
    func isSmall(_ byte: UInt8) -> Bool { (97...122).contains(byte) || (48...57).contains(byte) }
    func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
    switch self {
    case .capitals:
      let isPlain = text.utf8.allSatisfy { isCapital($0) || (48...57).contains($0) }
      return isPlain && text.utf8.first.map(isCapital) == true
    case .slug, .snake:
      let joiner = UInt8(ascii: self == .slug ? "-" : "_")
      let parts = text.utf8.split(separator: joiner, omittingEmptySubsequences: false)
      return parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isSmall) }
    }
  }
}
