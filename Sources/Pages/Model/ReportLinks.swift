internal import Scoring
internal import Text

/// The addresses at which readers report a mistake or mend a row, filled in with the page and what on it is meant.
package struct ReportLinks: Sendable {
  private let publication: Publication
  private let labels: Labels

  package init(_ publication: Publication, labels: Labels) {
    (self.publication, self.labels) = (publication, labels)
  }

  /// Where to report a mistake: an issue of the repository, else a mail, else the contact page; nil without any.
  ///
  /// - Parameters:
  ///   - title: the title of the page.
  ///   - identifier: of the figure, target or row that is meant; nil for the page.
  package func report(on route: Route, titled title: String, of identifier: String? = nil) -> String? {
    let identity = publication.identity
    let place = (publication.baseURL ?? "") + route.path(in: labels.language)
    let subject = labels.text("report.subject", ["title": ShortText.cut(title, to: 100)])
    let body = labels.text(
      "report.body", ["address": identifier.map { "\(place) (\($0))" } ?? place])
    if let repository = identity.repository {
      let (path, name, text) =
        switch repository.kind {
        case .github, .forgejo: ("/issues/new", "title", "body")
        case .gitlab: ("/-/issues/new", "issue%5Btitle%5D", "issue%5Bdescription%5D")
        }
      return repository.address + path + "?\(name)=" + Self.encoded(subject) + "&\(text)="
        + Self.encoded(body)
    }
    if let mail = identity.mail {
      return "mailto:\(mail)?subject=" + Self.encoded(subject) + "&body=" + Self.encoded(body)
    }
    return identity.contactLink
  }

  /// Where to edit a line of a data file; nil without a repository.
  func edit(_ line: DataLine) -> String? {
    publication.identity.repository.map { repository in
      let command =
        switch repository.kind {
        case .github: "/edit/"
        case .gitlab: "/-/edit/"
        case .forgejo: "/_edit/"
        }
      let path = Self.encoded(repository.dataFolder + "/" + line.file, keeping: "/")
      return repository.address + command + Self.encoded(repository.branch, keeping: "/") + "/" + path
        + (line.line > 1 ? "#L\(line.line)" : "")
    }
  }

  /// The text as part of an address, by RFC 3986.
  private static func encoded(_ text: String, keeping kept: String = "") -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: result.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where "-._~".utf8.contains(byte) || kept.utf8.contains(byte):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }
}
