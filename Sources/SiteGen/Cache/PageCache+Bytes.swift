internal import Files
internal import Pages

extension PageCache {
  /// The encoded cache, for another process of the same program.
  package var bytes: [UInt8] {
    var output = ByteWriter()
    output.write(digest: layoutFingerprint)
    var questions = SharedList<AskedQuestion>.Union()
    var links = SharedList<RenderedBody.Link>.Union()
    var ids = SharedList<String>.Union()
    for page in pages.values {
      _ = questions.indices(of: page.questions)
      _ = links.indices(of: page.links)
      _ = ids.indices(of: page.ids)
    }
    let names = Array(Set(questions.elements.map(\.name)))
    let places = names.enumerated().reduce(into: [:]) { $0[$1.element] = $1.offset }
    output.write(names) { $0.write($1) }
    output.write(questions.elements) { output, asked in
      output.write(places[asked.name] ?? names.count)
      output.write(asked.subject)
      output.write(asked.year)
      output.write(digest: answers[asked])
    }
    output.write(links.elements) { output, link in
      output.write(link.path)
      output.write(link.fragment.map { "#" + $0 } ?? "")
    }
    output.write(ids.elements) { $0.write($1) }
    output.write(Array(pages)) { output, entry in
      let page = entry.value
      output.write(entry.key)
      output.write(page.path)
      output.write(digest: page.head)
      output.write(page.lines.lowerBound)
      output.write(page.lines.upperBound)
      output.write(page.files) { $0.write($1) }
      output.write(ids.indices(of: page.ids)) { $0.write($1) }
      output.write(questions.indices(of: page.questions)) { $0.write($1) }
      output.write(links.indices(of: page.links)) { $0.write($1) }
    }
    output.write(Array(files)) { output, file in
      output.write(file.key)
      output.write(file.value.size)
      output.write(file.value.sha256)
    }
    return output.bytes
  }

  /// Decodes a cache; nil when the bytes are malformed.
  package init?(bytes: ArraySlice<UInt8>) {
    self.init()
    var input = ByteReader(bytes)
    do {
      layoutFingerprint = try input.digest()
      let names = try input.list { try $0.text() }
      let answers = try input.list { input in
        let name = names[try input.index(in: names)]
        guard
          let asked = AskedQuestion(name: name, subject: try input.text(), year: try input.number())
        else { throw ByteReader.Malformed() }
        return (asked, try input.digest())
      }
      self.answers = answers.reduce(into: [:]) { $0[$1.0] = $1.1 }
      let listed = SharedList<AskedQuestion>.Table(answers.map(\.0))
      let linked = SharedList<RenderedBody.Link>.Table(
        try input.list { input in
          let path = try input.text()
          let fragment = try input.text()
          return RenderedBody.Link(
            path: path, fragment: fragment.isEmpty ? nil : String(fragment.dropFirst()))
        })
      let placed = SharedList<String>.Table(try input.list { try $0.text() })
      let pages = try input.list { input in
        let file = try input.text()
        let path = try input.text()
        let head = try input.digest()
        let (firstLine, endLine) = (try input.number(), try input.number())
        guard firstLine <= endLine else { throw ByteReader.Malformed() }
        let files = try input.list { try $0.text() }
        let ids = try input.indices(in: placed.elements)
        let questions = try input.indices(in: listed.elements)
        let links = try input.indices(in: linked.elements)
        return (
          file,
          RenderedPage(
            path: path, head: head, questions: SharedList(questions, in: listed), files: files,
            ids: SharedList(ids, in: placed),
            lines: firstLine..<endLine, links: SharedList(links, in: linked))
        )
      }
      self.pages = Dictionary(pages, uniquingKeysWith: { first, _ in first })
      let digests = try input.list {
        (try $0.text(), FileDigest(size: try $0.number(), sha256: try $0.text()))
      }
      self.files = Dictionary(digests, uniquingKeysWith: { first, _ in first })
      guard input.isAtEnd else { return nil }
    } catch {
      return nil
    }
  }
}
