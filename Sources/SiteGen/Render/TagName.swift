/// The tags that post-processing handles.
enum TagName {
  case cell, headerCell, link, heading, paragraph, table, row, item, code, picture
  /// A passage in another language.
  case passage
  case end
  case other

  /// Parses the name at the start of the text between `<` and `>`.
  init(_ source: BodyFinisher.Bytes) {
    let first = source.first ?? 0
    if first == UInt8(ascii: "/") {
      self = .end
      return
    }
    var name: UInt64 = 0
    for byte in source.prefix(6) {
      if byte == UInt8(ascii: " ") { break }
      name = name << 8 | UInt64(byte)
    }
    switch name {
    case 0x7464: self = .cell
    case 0x7468: self = .headerCell
    case 0x61: self = .link
    case 0x6831...0x6836: self = .heading
    case 0x70: self = .paragraph
    case 0x74_6162_6C65: self = .table
    case 0x7472: self = .row
    case 0x6C69: self = .item
    case 0x636F_6465: self = .code
    case 0x7370_616E: self = .passage
    case 0x69_6D67: self = .picture
    default: self = .other
    }
  }
}
