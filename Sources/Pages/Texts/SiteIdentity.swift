package import Text

/// Who publishes the site and how readers reach them, as `site.yaml` states it.
package struct SiteIdentity: Hashable, Encodable, Sendable {
  /// Where the data and the code are kept, and where mistakes can be reported.
  package struct Repository: Hashable, Encodable, Sendable {
    package enum RepositoryKind: String, CaseIterable, Encodable, Sendable {
      case github
      case gitlab
      case forgejo
    }

    package let kind: RepositoryKind
    /// The address of the repository, without a trailing slash.
    package let address: String
    /// The branch that is edited.
    package let branch: String
    /// The path of the data folder in the repository.
    package let dataFolder: String

    package init(kind: RepositoryKind, address: String, branch: String = "main", dataFolder: String = "Data")
    {
      (self.kind, self.address, self.branch, self.dataFolder) = (kind, address, branch, dataFolder)
    }
  }

  /// The keys of `site.yaml`.
  package enum SettingKey: String, CaseIterable, Encodable, Sendable {
    case publisher
    case contact
    case repository
    case baseAddress = "base_address"
  }

  package let publisher: LocalizedText?
  /// A mail address or the address of a page.
  package let contact: String?
  /// Nil also when the file says that there is none.
  package let repository: Repository?
  /// The address of the site, without a trailing slash.
  package let baseAddress: String?
  /// The keys that the file leaves open.
  package let missing: [SettingKey]

  package init(
    publisher: LocalizedText? = nil, contact: String? = nil, repository: Repository? = nil,
    baseAddress: String? = nil, missing: [SettingKey] = []
  ) {
    self.publisher = publisher
    self.contact = contact
    self.repository = repository
    self.baseAddress = baseAddress
    self.missing = missing
  }

  /// The contact as the target of a link.
  package var contactLink: String? {
    contact.map { Self.isMail($0) ? "mailto:" + $0 : $0 }
  }

  /// The contact, if it is a mail address.
  package var mail: String? { contact.flatMap { Self.isMail($0) ? $0 : nil } }

  /// Whether a contact is a mail address rather than the address of a page.
  static func isMail(_ contact: String) -> Bool {
    let parts = contact.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let name = parts.first, let host = parts.last, !name.isEmpty, host.contains("."),
      !host.hasPrefix("."), !host.hasSuffix(".")
    else { return false }
    return contact.utf8.allSatisfy {
      switch $0 {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "@.-_+".utf8.contains($0)
      }
    }
  }
}

/// What pages know of their own publication.
package struct Publication: Hashable, Encodable, Sendable {
  package let identity: SiteIdentity
  /// The address of the site, without a trailing slash; nil when unknown.
  package let baseURL: String?

  /// - Parameter baseURL: the address that the command was given; it stands before that of the file.
  package init(_ identity: SiteIdentity, baseURL: String?) {
    self.identity = identity
    self.baseURL = (baseURL ?? identity.baseAddress).map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
  }
}
