internal import Files
internal import Foundation
internal import Pages
internal import Parallel
internal import Text

/// Makes the pictures of the cards with rsvg-convert (https://gitlab.gnome.org/GNOME/librsvg), several at a time.
///
/// A picture is made only when its drawing, the program or the font changed: each holds the digest of what it was made
/// from.
struct CardMaker: OutsideTool {
  let option = "cards"
  let name = "rsvg-convert"
  let source = ToolSource.drawings
  let installation = LocalizedText(
    vi:
      "`make site` tự cài; tự cài trên Debian: apt-get install librsvg2-bin fonts-dejavu-core pngquant (cần phông DejaVu Sans).",
    en:
      "`make site` installs it; by hand on Debian: apt-get install librsvg2-bin fonts-dejavu-core pngquant (the font DejaVu Sans is needed)."
  )

  /// A card takes a tenth of a second.
  private static let mostSeconds = 60

  func find() -> FoundTool? {
    guard let fonts = CardFontFiles.find() else { return nil }
    let found = FoundTool(named: name)?
      .with("DejaVu Sans", FoundTool(path: fonts.regular, version: fonts.version))
    return Self.pngquant.map { found?.with("pngquant", $0) } ?? found
  }

  /// Without it the pictures are two to three times as large.
  private static var pngquant: FoundTool? { FoundTool(named: "pngquant") }

  /// So many colours look the same as all, since cards have few and their edges are shades between two.
  private static let colours = "64"

  func run(
    _ found: FoundTool, on input: ToolInput, isStopped: @escaping @Sendable () -> Bool
  ) throws(ToolFault) -> [String: Data] {
    guard let fonts = CardFontFiles.find() else { throw .incomplete(CardFontFiles.regularName) }
    let workspace = try ToolWorkspace()
    let settings = try fonts.settings(in: workspace)
    let pngquant = Self.pngquant
    let fault = Locked<ToolFault?>(nil)
    let pictures = input.drawings.sorted { $0.key < $1.key }.parallelMap { path, svg -> (String, Data)? in
      let key = CardPicture.key(ofDrawing: svg, by: found)
      if let earlier = input.earlier?.bytes(path), CardPicture.key(of: earlier) == key {
        return (path, earlier)
      }
      do throws(ToolFault) {
        let png = try picture(of: svg, found, settings, pngquant) {
          isStopped() || fault.withLock { $0 != nil }
        }
        guard let marked = CardPicture.marked(png, with: key) else { throw .incomplete(path) }
        return (path, marked)
      } catch {
        // The first fault ends the others.
        fault.withLock { $0 = $0 ?? error }
        return nil
      }
    }
    if let fault = fault.withLock({ $0 }) { throw fault }
    return Dictionary(pictures.compactMap { $0 }, uniquingKeysWith: { first, _ in first })
  }

  private func picture(
    of svg: String, _ found: FoundTool, _ settings: String, _ pngquant: FoundTool?,
    isStopped: () -> Bool
  ) throws(ToolFault) -> Data {
    if isStopped() { throw .stopped }
    let workspace = try ToolWorkspace()
    try workspace.write(Data(svg.utf8), to: "card.svg")
    var output = workspace.path + "/card.png"
    _ = try ToolProcess.run(
      found.path, ["--format=png", "--output=" + output, workspace.path + "/card.svg"], in: workspace,
      seconds: Self.mostSeconds, variables: ["FONTCONFIG_FILE": settings], isStopped: isStopped)
    guard FileManager.default.fileExists(atPath: output) else { throw .incomplete("card.png") }
    if let pngquant {
      let smaller = workspace.path + "/smaller.png"
      _ = try ToolProcess.run(
        pngquant.path, ["--strip", "--nofs", "--speed", "4", "--output", smaller, Self.colours, output],
        in: workspace, seconds: Self.mostSeconds, isStopped: isStopped)
      output = smaller
    }
    guard let png = FileManager.default.contents(atPath: output) else { throw .incomplete("card.png") }
    return png
  }
}
