import Foundation

/// A JSON value.
enum JSON: Equatable, Decodable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(_ text: String) throws { self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8)) }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSON].self))
    }
  }

  /// The members of an object; empty for anything else.
  var members: [String: JSON] {
    get { if case .object(let members) = self { members } else { [:] } }
    set { self = .object(newValue) }
  }

  /// The elements of a list; empty for anything else.
  var elements: [JSON] { if case .list(let elements) = self { elements } else { [] } }

  var number: Double? { if case .number(let number) = self { number } else { nil } }

  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The type in JSON Schema; a whole number is `integer`.
  var type: String {
    switch self {
    case .null: "null"
    case .flag: "boolean"
    case .number(let number): number == number.rounded() ? "integer" : "number"
    case .text: "string"
    case .list: "array"
    case .object: "object"
    }
  }
}

/// Validates JSON against the subset of JSON Schema that this project uses. An unknown keyword is a fault, so that
/// none is skipped silently.
struct JSONSchemaCheck {
  private(set) var faults: [String] = []

  init(_ value: JSON, against schema: JSON) { check(value, schema, at: "$") }

  private mutating func check(_ value: JSON, _ schema: JSON, at path: String) {
    for (keyword, rule) in schema.members where !holds(value, keyword, rule, schema, path) {
      faults.append("\(path): \(keyword)")
    }
  }

  private mutating func holds(
    _ value: JSON, _ keyword: String, _ rule: JSON, _ schema: JSON, _ path: String
  ) -> Bool {
    switch keyword {
    case "$schema", "title", "description", "properties": return true
    case "type":
      let types = rule.elements.isEmpty ? [rule] : rule.elements
      return types.contains { $0.text == value.type || ($0.text == "number" && value.type == "integer") }
    case "enum": return rule.elements.contains(value)
    case "pattern":
      guard let text = value.text, let pattern = rule.text else { return true }
      return text.range(of: pattern, options: .regularExpression) != nil
    case "minLength": return (value.text?.count).map { Double($0) >= rule.number ?? .infinity } ?? true
    case "minimum": return value.number.map { $0 >= rule.number ?? .infinity } ?? true
    case "maximum": return value.number.map { $0 <= rule.number ?? -.infinity } ?? true
    case "exclusiveMinimum": return value.number.map { $0 > rule.number ?? .infinity } ?? true
    case "minItems": return Double(value.elements.count) >= rule.number ?? .infinity
    case "maxItems": return Double(value.elements.count) <= rule.number ?? -.infinity
    case "items":
      for (offset, element) in value.elements.enumerated() { check(element, rule, at: "\(path)[\(offset)]") }
      return true
    case "required":
      let keys = rule.elements.compactMap(\.text)
      return value.type != "object" || keys.allSatisfy { value.members[$0] != nil }
    case "additionalProperties":
      let known = schema.members["properties"]?.members ?? [:]
      for (key, member) in value.members {
        if let schema = known[key] {
          check(member, schema, at: path + "." + key)
        } else {
          faults.append("\(path): no key \(key)")
        }
      }
      return rule == .flag(false)
    default: return false
    }
  }
}
