internal import Foundation

/// The check of the web addresses that data and authored pages link to.
package enum WebAddress {
  /// In characters; browsers and mail programs cut off longer ones.
  static let longest = 2_000

  /// The rule that a text breaks by not being an address that people can safely follow.
  package static func brokenRule(of text: String) -> Rule? {
    guard text.unicodeScalars.count <= longest else { return .urlLong }
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix),
      !text.unicodeScalars.contains(where: {
        $0.value <= 0x20 || $0.value == 0x7F || "\"<\\".unicodeScalars.contains($0)
      })
    else { return .urlMalformed(value: text) }
    let authority = text.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if authority.contains("@") { return .urlCredentials }
    if authority.hasPrefix("[") { return .urlAddressNumber(host: String(authority)) }
    let host = (authority.prefix { $0 != ":" }.removingPercentEncoding ?? "").composed
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, labels[0] != "", host.unicodeScalars.allSatisfy(isOfHost) else {
      return .urlMalformed(value: text)
    }
    // A program takes a host that ends in a number for an address of the internet protocol.
    if let last = labels.last(where: { $0 != "" }), last.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return .urlAddressNumber(host: host)
    }
    var letters: [Unicode.Scalar] = []
    for label in labels {
      guard label.lowercased().hasPrefix("xn--") else {
        letters += label.unicodeScalars
        continue
      }
      guard let decoded = decodedPunycode(label.dropFirst(4)) else { return .urlMalformed(value: text) }
      letters += decoded
    }
    return misleading(letters).map { .urlLookalike(host: host, letter: $0) }
  }

  private static func isOfHost(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_": true
    default: !scalar.isASCII
    }
  }

  /// Scripts as far as their letters look like those of others.
  private enum HostScript { case latin, greek, cyrillic, armenian, other, imitation }

  /// A letter that can be taken for another: one of a second script, or one that no Vietnamese address has and that
  /// looks like Latin.
  private static func misleading(_ letters: [Unicode.Scalar]) -> Unicode.Scalar? {
    let found = letters.compactMap { letter in script(letter).map { (letter, $0) } }
    let isMixed = Set(found.map(\.1)).count > 1
    return found.first { isMixed && $0.1 != .latin || $0.1 == .imitation }?.0
  }

  private static func script(_ scalar: Unicode.Scalar) -> HostScript? {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: .latin
    case 0..<0x80, 0x300...0x36F: nil
    // Vietnamese, and the rest of Europe but for the dotless i.
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x130, 0x132...0x17F, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1E00...0x1EFF:
      .latin
    case 0x131, 0x180...0x2AF, 0x1D00...0x1DBF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xFF00...0xFFEF: .imitation
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F: .cyrillic
    case 0x530...0x58F: .armenian
    default: scalar.properties.isAlphabetic ? .other : .imitation
    }
  }

  /// The letters behind `xn--`, by RFC 3492; nil when it encodes none.
  private static func decodedPunycode(_ text: Substring) -> [Unicode.Scalar]? {
    var input = Array(text.lowercased().utf8)[...]
    var output: [Unicode.Scalar] = []
    if let hyphen = input.lastIndex(of: UInt8(ascii: "-")) {
      output = input[..<hyphen].map { Unicode.Scalar($0) }
      input = input[(hyphen + 1)...]
    }
    var (code, place, bias) = (128, 0, 72)
    while !input.isEmpty {
      let start = place
      var (weight, step) = (1, 36)
      while true {
        guard let byte = input.popFirst(), let digit = punycodeDigit(byte) else { return nil }
        place += digit * weight
        let threshold = min(max(step - bias, 1), 26)
        if digit < threshold { break }
        weight *= 36 - threshold
        step += 36
        guard max(place, weight) < 1 << 32 else { return nil }
      }
      let count = output.count + 1
      var change = (place - start) / (start == 0 ? 700 : 2)
      change += change / count
      bias = 0
      while change > 455 { (change, bias) = (change / 35, bias + 36) }
      bias += 36 * change / (change + 38)
      code += place / count
      place %= count
      guard let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value) else { return nil }
      output.insert(scalar, at: place)
      place += 1
    }
    return output
  }

  private static func punycodeDigit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x61...0x7A: Int(byte) - 0x61
    case 0x30...0x39: Int(byte) - 0x30 + 26
    default: nil
    }
  }
}
