import Scoring
import Text

@testable import ProvinceData

/// Makes JSON Schemas (draft 2020-12) of the YAML files from the same shapes as the checks, so that an editor knows
/// the same keys as the loader. Only ``SchemaTests`` writes them, when it records.
enum SchemaWriter {
  /// One schema file.
  struct File {
    /// The name in the folder `schema`.
    let name: String
    let text: String
  }

  /// The schemas of all kinds of YAML files, by name.
  static var files: [File] {
    FileKind.allCases.compactMap { kind in
      kind.mapping.map { File(name: kind.schemaName + ".schema.json", text: document(kind, $0)) }
    }.sorted { Identifier<File>($0.name) < Identifier<File>($1.name) }
  }

  private static func document(_ kind: FileKind, _ mapping: MappingShape) -> String {
    let title = kind.title
    var entries: [(String, JSONValue)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string("\(title.vi) / \(title.en)")),
      ("description", .string("Tệp: \(kind.pattern) / Files: \(kind.pattern)")),
    ]
    entries += object(mapping)
    entries.append(("$defs", .object([("text", .object(text))])))
    return JSONValue.object(entries).document
  }

  private static var text: [(String, JSONValue)] {
    let one = JSONValue.object([("type", .string("string")), ("minLength", .integer(1))])
    return [
      ("title", .string("Câu bằng hai thứ tiếng / Text in both languages")), ("type", .string("object")),
      ("properties", .object([("vi", one), ("en", one)])),
      ("required", .array([.string("vi"), .string("en")])), ("additionalProperties", .bool(false)),
    ]
  }

  private static func object(_ mapping: MappingShape) -> [(String, JSONValue)] {
    let properties = mapping.keys.map { key in
      (key.name, JSONValue.object([("description", .string(describe(key)))] + schema(key.shape)))
    }
    let required = mapping.keys.filter(\.isRequired).map { JSONValue.string($0.name) }
    return [
      ("type", .string("object")), ("properties", .object(properties)), ("required", .array(required)),
      ("additionalProperties", .bool(false)),
    ]
  }

  private static func describe(_ key: KeyShape) -> String { key.meaning.vi + " / " + key.meaning.en }

  private static func typed(_ name: String, _ more: (String, JSONValue)...) -> [(String, JSONValue)] {
    [("type", .string(name))] + more
  }

  private static func schema(_ shape: Shape) -> [(String, JSONValue)] {
    switch shape {
    case .localized: return [("$ref", .string("#/$defs/text"))]
    case .prose: return typed("string", ("minLength", .integer(1)))
    case .word(let words): return [("enum", .array(words.map { .string($0) }))]
    case .identifier(let form): return typed("string", ("pattern", .string(form.pattern)))
    case .reference(let kind): return typed("string", ("pattern", .string(kind.form.pattern)))
    case .references: return typed("string")
    case .component: return [("enum", .array((1...8).map { .string("LV\($0)") }))]
    case .node:
      let pattern = "^(total|LV[1-9][0-9]*(\\.[1-9][0-9]*){0,3}|block:[a-z0-9-]+)$"
      return typed("string", ("pattern", .string(pattern)))
    case .number: return typed("number")
    case .positiveNumber: return typed("number", ("exclusiveMinimum", .integer(0)))
    case .whole(let range):
      return typed(
        "integer", ("minimum", .integer(range.lowerBound)), ("maximum", .integer(range.upperBound)))
    case .years: return [("type", either), ("pattern", .string("^[0-9]{4}(-[0-9]{4})?$"))]
    case .date: return [("type", either), ("pattern", .string("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"))]
    case .day: return typed("string", ("pattern", .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))
    case .flag: return typed("boolean")
    case .url: return typed("string", ("pattern", .string("^https?://[^ ]+$")))
    case .list(let item): return typed("array", ("items", .object(schema(item))))
    case .mapping(let mapping): return object(mapping)
    case .byComponent(let value):
      return typed(
        "object", ("patternProperties", .object([("^LV[1-8]$", .object(schema(value)))])),
        ("additionalProperties", .bool(false)))
    }
  }

  /// A bare year is a number in YAML, a longer date is text.
  private static var either: JSONValue { .array([.string("integer"), .string("string")]) }
}

extension FileKind {
  fileprivate var schemaName: String {
    switch self {
    case .toolkit: "toolkit"
    case .indexes: "indexes"
    case .publishers: "publishers"
    case .sources: "sources"
    case .indicators: "indicators"
    case .editions: "edition"
    case .entities: "entities"
    case .tiles: "tiles"
    case .profile: "profile"
    case .units: "units"
    case .plan: "plan"
    case .changes: "changes"
    case .outcomes: "outcomes"
    case .published: "published"
    case .scorecards: "scorecards"
    }
  }

  fileprivate var title: LocalizedText {
    switch self {
    case .toolkit: LocalizedText(vi: "Thiết lập chung", en: "Settings")
    case .indexes: LocalizedText(vi: "Các chỉ số đã công bố", en: "Published indexes")
    case .publishers: LocalizedText(vi: "Nơi phát hành", en: "Publishers")
    case .sources: LocalizedText(vi: "Danh mục nguồn", en: "Bibliography")
    case .indicators: LocalizedText(vi: "Danh mục chỉ số đo", en: "Catalogue of indicators")
    case .editions: LocalizedText(vi: "Bộ tiêu chí", en: "Scoring framework")
    case .entities: LocalizedText(vi: "Tỉnh khác, vùng, cả nước", en: "Other provinces, regions, the nation")
    case .tiles: LocalizedText(vi: "Bản đồ ô vuông", en: "Tile maps")
    case .profile: LocalizedText(vi: "Hồ sơ tỉnh", en: "Province profile")
    case .units: LocalizedText(vi: "Đơn vị của tỉnh", en: "Units of a province")
    case .plan:
      LocalizedText(vi: "Kế hoạch, chỉ tiêu và nhiệm vụ", en: "Plan with its targets and tasks")
    case .changes: LocalizedText(vi: "Thay đổi và đính chính", en: "Changes and corrections")
    case .outcomes: LocalizedText(vi: "Kết quả", en: "Outcomes")
    case .published: LocalizedText(vi: "Số đã công bố", en: "Published figures")
    case .scorecards: LocalizedText(vi: "Bảng chấm điểm", en: "Scorecards")
    }
  }

  /// The paths of files of the kind, relative to the data folder.
  fileprivate var pattern: String {
    switch self {
    case .toolkit: "toolkit.yaml"
    case .indexes: "indexes.yaml"
    case .publishers: "publishers.yaml"
    case .sources: "sources/*.yaml"
    case .indicators: "indicators/*.yaml"
    case .editions: "editions/*.yaml"
    case .entities: "national/entities.yaml"
    case .tiles: "national/tiles.yaml"
    case .profile: "provinces/*/profile.yaml"
    case .units: "provinces/*/units.yaml"
    case .plan: "national/plans/*.yaml, provinces/*/plans/*.yaml"
    case .changes: "changes/*.yaml"
    case .outcomes, .published, .scorecards: "*.csv"
    }
  }
}
