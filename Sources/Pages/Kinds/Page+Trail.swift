extension Page.Head {
  /// The pages above it, from the home page down, with the section of the first below the home page.
  package var trail: [Route] {
    guard let home = parents.first, let section = (parents.dropFirst().first ?? route).section,
      section != route, !parents.contains(section)
    else { return parents }
    return [home, section] + parents.dropFirst()
  }
}
