internal import Text

/// Finds identifiers by their names, whatever the case and accents of the letters.
struct IdentifierNames {
  typealias Name = (name: String, id: String)

  private var byName: [String: Set<String>] = [:]

  init(_ names: [Name]) {
    for (name, id) in names {
      let key = Slug.make(name)
      if !key.isEmpty { byName[key, default: []].insert(id) }
    }
  }

  /// The identifiers with a name, at most three, in order.
  func identifiers(of name: String) -> [String] {
    let key = Slug.make(name)
    let prefix = ["tinh-", "thanh-pho-", "tp-", "chi-so-"].first(where: key.hasPrefix)
    let found = byName[key] ?? prefix.flatMap { byName[String(key.dropFirst($0.count))] } ?? []
    return Array(found.sorted { $0.precedesInBytes($1) }.prefix(3))
  }
}
