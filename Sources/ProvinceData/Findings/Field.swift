internal import Scoring

/// A key of a YAML file or a column of a CSV file, as sentences name it.
struct Field: Hashable {
  let name: String
  let isColumn: Bool

  init(_ name: String, isColumn: Bool) {
    self.name = name
    self.isColumn = isColumn
  }

  var vi: String { "\(isColumn ? "cột" : "mục") “\(name)”" }
  var en: String { "\(isColumn ? "column" : "key") “\(name)”" }
}

/// The form of a value, as sentences name it.
enum DataShape: Hashable {
  case nothing
  case something
  case text
  case list
  case mapping
  case localizedText

  init(_ node: DataNode) {
    switch node.content {
    case .text(let text): self = text.isEmpty ? .nothing : .text
    case .list: self = .list
    case .map: self = .mapping
    }
  }

  var name: LocalizedText {
    switch self {
    case .nothing: LocalizedText(vi: "chưa ghi gì", en: "nothing")
    case .something: LocalizedText(vi: "một giá trị", en: "a value")
    case .text: LocalizedText(vi: "một dòng chữ hoặc số", en: "a plain text or number")
    case .list:
      LocalizedText(vi: "một danh sách (mỗi dòng mở đầu bằng dấu -)", en: "a list (lines that begin with -)")
    case .mapping: LocalizedText(vi: "một nhóm mục (tên: giá trị)", en: "a group of keys (name: value)")
    case .localizedText: LocalizedText(vi: "hai dòng vi: và en:", en: "the two lines vi: and en:")
    }
  }
}
