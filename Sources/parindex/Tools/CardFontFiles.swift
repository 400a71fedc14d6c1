internal import Files
internal import Foundation

/// The files of the font of the cards on this machine. Other fonts would give other pictures.
struct CardFontFiles {
  let regular: String
  let bold: String
  /// The beginning of the digest of both.
  let version: String

  static let regularName = "DejaVuSans.ttf"
  private static let boldName = "DejaVuSans-Bold.ttf"

  /// Where systems keep it: Debian, Fedora, Arch.
  private static let folders = [
    "/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/dejavu-sans-fonts", "/usr/share/fonts/TTF",
  ]

  static func find() -> CardFontFiles? {
    for folder in folders {
      let (regular, bold) = (folder + "/" + regularName, folder + "/" + boldName)
      guard let first = FileManager.default.contents(atPath: regular),
        let second = FileManager.default.contents(atPath: bold)
      else { continue }
      return CardFontFiles(
        regular: regular, bold: bold, version: String(FileDigest(of: first + second).sha256.prefix(10)))
    }
    return nil
  }

  /// Writes settings for fontconfig that know no other font than this.
  ///
  /// - Returns: the path of the settings.
  func settings(in workspace: ToolWorkspace) throws(ToolFault) -> String {
    for (path, name) in [(regular, Self.regularName), (bold, Self.boldName)] {
      guard let bytes = FileManager.default.contents(atPath: path) else { throw .incomplete(name) }
      try workspace.write(bytes, to: "fonts/" + name)
    }
    let settings = """
      <?xml version="1.0"?>
      <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
      <fontconfig>
      <dir>\(workspace.path)/fonts</dir>
      <cachedir>\(workspace.path)/cache</cachedir>
      </fontconfig>

      """
    try workspace.write(Data(settings.utf8), to: "fonts.conf")
    return workspace.path + "/fonts.conf"
  }
}
