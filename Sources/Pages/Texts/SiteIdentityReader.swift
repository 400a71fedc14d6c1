internal import Text

/// Reads `site.yaml`, in which every key can be left out.
struct SiteIdentityReader {
  /// The rules that the file breaks, each with its line.
  private(set) var broken: [(rule: Rule, line: Int)] = []

  mutating func read(_ text: String) -> SiteIdentity {
    let root: YAMLNode?
    do throws(YAMLFault) {
      let (node, faults) = try YAMLReader.read(text[...])
      root = node
      broken = faults.map { (.yamlSyntax, $0.position.line) }
    } catch {
      broken = [(.yamlSyntax, error.position.line)]
      return SiteIdentity()
    }
    guard let root else { return SiteIdentity(missing: SiteIdentity.SettingKey.allCases) }
    guard let entries = root.entries else {
      broken.append((.yamlSyntax, root.position.line))
      return SiteIdentity()
    }
    let known = SiteIdentity.SettingKey.allCases.map(\.rawValue)
    for key in entries.map(\.key) where !known.contains(key.text) {
      broken.append((.settingUnknown(key.text), key.position.line))
    }
    return identity(entries)
  }

  private mutating func identity(_ entries: [YAMLEntry]) -> SiteIdentity {
    var missing: [SiteIdentity.SettingKey] = []
    func node(_ key: SiteIdentity.SettingKey) -> YAMLNode? {
      let node = entries.value(of: key.rawValue)
      guard let node, node.scalar?.text != "" else {
        missing.append(key)
        return nil
      }
      return node
    }
    let (publisher, contact) = (node(.publisher), node(.contact))
    let (repository, base) = (node(.repository), node(.baseAddress))
    return SiteIdentity(
      publisher: publisher.flatMap { localized($0) },
      contact: contact.flatMap { node in
        text(node, .contact) { SiteIdentity.isMail($0) || WebAddress.brokenRule(of: $0) == nil }
      },
      repository: repository.flatMap { self.repository($0) },
      baseAddress: base.flatMap { node in text(node, .baseAddress, Self.isAddress).map(Self.withoutSlash) },
      missing: missing)
  }

  private mutating func localized(_ node: YAMLNode) -> LocalizedText? {
    guard let entries = node.entries, Set(entries.map(\.key.text)) == ["vi", "en"],
      let vi = node["vi"]?.scalar?.text, let en = node["en"]?.scalar?.text, !vi.isEmpty, !en.isEmpty
    else { return malformed(.publisher, node) }
    return LocalizedText(vi: vi.composed, en: en.composed)
  }

  private mutating func repository(_ node: YAMLNode) -> SiteIdentity.Repository? {
    let known: Set = ["kind", "address", "branch", "data"]
    guard let entries = node.entries, known.isSuperset(of: entries.map(\.key.text)),
      let kind = node["kind"]?.scalar?.text
    else { return malformed(.repository, node) }
    if kind == "none" { return nil }
    func path(_ key: String, _ usual: String) -> String? {
      guard let node = node[key] else { return usual }
      return node.scalar.flatMap {
        $0.text.isEmpty || !$0.text.utf8.allSatisfy(Self.isOfPath) ? nil : $0.text
      }
    }
    guard let kind = SiteIdentity.Repository.RepositoryKind(rawValue: kind),
      let address = node["address"]?.scalar?.text, Self.isAddress(address),
      let branch = path("branch", "main"), let data = path("data", "Data")
    else { return malformed(.repository, node) }
    return SiteIdentity.Repository(
      kind: kind, address: Self.withoutSlash(address), branch: branch, dataFolder: Self.withoutSlash(data))
  }

  private mutating func text(
    _ node: YAMLNode, _ key: SiteIdentity.SettingKey, _ isSound: (String) -> Bool
  ) -> String? {
    guard let text = node.scalar?.text, isSound(text) else { return malformed(key, node) }
    return text
  }

  private mutating func malformed<Value>(_ key: SiteIdentity.SettingKey, _ node: YAMLNode) -> Value? {
    broken.append((.settingMalformed(key), node.position.line))
    return nil
  }

  /// Parts are added to the address, so it must end in its path.
  private static func isAddress(_ text: String) -> Bool {
    WebAddress.brokenRule(of: text) == nil && !text.contains("?") && !text.contains("#")
  }

  private static func withoutSlash(_ text: String) -> String {
    text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  private static func isOfPath(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "/.-_".utf8.contains(byte)
    }
  }
}
