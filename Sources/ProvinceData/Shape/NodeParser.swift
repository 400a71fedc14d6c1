internal import Scoring
internal import Text

/// Parses a node of a YAML file.
struct NodeParser<Value> {
  /// The expected shape of the node.
  let shape: () -> Shape
  private let parse: (YAMLNode, String, ParseContext) -> Value?

  /// The value of a node; nil, with findings, when it is empty or invalid.
  func read(_ node: YAMLNode, key: String, in context: ParseContext) -> Value? {
    guard !node.isRefused else {
      context.uses.markIncomplete()
      return nil
    }
    if let scalar = node.scalar, scalar.text.utf8.count <= 4,
      scalar.text.isEmpty || (!scalar.isQuoted && ["~", "null", "Null", "NULL"].contains(scalar.text))
    {
      context.report(.valueEmpty(key: key), at: node.position)
      return nil
    }
    return parse(node, key, context)
  }

  /// A scalar.
  static func text(_ parser: TextParser<Value>) -> Self {
    Self(shape: parser.shape) { node, key, context in
      guard let scalar = node.scalar else {
        context.reportType(parser.shape(), key: key, at: node.position)
        return nil
      }
      return parser.read(scalar, key: key, in: context).value
    }
  }

  static func list<Item>(_ item: TextParser<Item>) -> Self where Value == [Item] { list(.text(item)) }

  /// A list; items that cannot be read are left out.
  static func list<Item>(_ item: NodeParser<Item>) -> Self where Value == [Item] {
    Self(shape: { .list(item.shape()) }) { node, key, context in
      guard let items = node.items else {
        context.reportType(.list(.prose), key: key, at: node.position)
        return nil
      }
      if items.count > FileKind.mostRecords {
        context.report(
          .fileTooManyRecords(most: FileKind.mostRecords), at: items[FileKind.mostRecords].position)
        context.uses.markIncomplete()
        return nil
      }
      return items.compactMap { item.read($0, key: key, in: context) }
    }
  }

  /// Keys and values.
  ///
  /// - Parameter read: asks for the same keys whatever their values, so that the keys can be listed without a file.
  static func mapping(_ read: @escaping (MappingReader) -> Value?) -> Self {
    Self(shape: { .mapping(MappingReader.shape(of: read)) }) { node, key, context in
      guard let entries = node.entries else {
        context.reportType(.mapping(MappingShape([])), key: key, at: node.position)
        return nil
      }
      let keys = MappingReader(entries, at: node.position, context)
      defer { keys.reportKeys() }
      return read(keys)
    }
  }

  /// A list of keys and values.
  static func mappings<Item>(_ read: @escaping (MappingReader) -> Item?) -> Self where Value == [Item] {
    list(.mapping(read))
  }

  /// A mapping with components as keys.
  static func byComponent<Item>(_ item: NodeParser<Item>) -> Self
  where Value == [(component: NodeCode?, value: Item?)] {
    Self(shape: { .byComponent(item.shape()) }) { node, key, context in
      guard let entries = node.entries else {
        context.reportType(.byComponent(.prose), key: key, at: node.position)
        return nil
      }
      return entries.map { entry in
        (
          TextParser.component.read(entry.key, key: key, in: context).value,
          item.read(entry.value, key: entry.key.text, in: context)
        )
      }
    }
  }
}

extension NodeParser<LocalizedText> {
  /// `{vi: …, en: …}`.
  static var localized: Self {
    Self(shape: { .localized }) { node, key, context in
      guard let entries = node.entries else {
        context.reportType(.localized, key: key, at: node.position)
        return nil
      }
      var misspelt: Set<String> = []
      for entry in entries {
        if Language(rawValue: entry.key.text) == nil {
          let nearest = NearestWord.find(entry.key.text, in: ["vi", "en"])
          context.report(.keyUnknown(key: entry.key.text, nearest: nearest), at: entry.key.position)
          if let nearest { misspelt.insert(nearest) }
        } else if entry.value.scalar == nil, !entry.value.isRefused {
          context.reportType(.prose, key: entry.key.text, at: entry.value.position)
        }
      }
      func text(_ language: Language) -> String? {
        let value = node[language.rawValue]
        if value == nil, misspelt.contains(language.rawValue) { return nil }
        if value.map({ $0.scalar?.text.isEmpty == true }) ?? true {
          context.report(.textOneLanguage(missing: language), at: value?.position ?? node.position)
          return nil
        }
        return value?.scalar?.text
      }
      let (vi, en) = (text(.vietnamese), text(.english))
      if let vi, let en, SwappedText.isFound(vi: vi, en: en) {
        context.report(.plausibleSwapped, at: node["vi"]?.position ?? node.position)
      }
      return vi.flatMap { vi in en.map { LocalizedText(vi: vi, en: $0) } }
    }
  }
}
