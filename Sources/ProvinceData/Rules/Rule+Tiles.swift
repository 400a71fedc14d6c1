internal import Scoring
internal import Text

/// Rules about the tiles of maps.
extension Rule {
  static func tileTwice(entity: String, line: DataLine) -> Rule {
    Rule(
      "tile.twice", vi: "“\(entity)” đã có một ô ở dòng \(line.line).",
      en: "“\(entity)” already has a tile on line \(line.line).",
      hintVi: "Mỗi tỉnh một ô trên một bản đồ; hãy xóa một dòng.",
      hintEn: "A province has one tile on a map; delete one of the lines.")
  }

  static func tileTaken(row: Int, column: Int, entity: String, line: DataLine) -> Rule {
    Rule(
      "tile.taken", vi: "Hàng \(row), cột \(column) đã là ô của “\(entity)” ở dòng \(line.line).",
      en: "Row \(row), column \(column) is already the tile of “\(entity)” on line \(line.line).",
      hintVi: "Chọn một chỗ còn trống gần vị trí thật của tỉnh.",
      hintEn: "Choose an empty place near where the province lies.")
  }

  static func tileNotThere(entity: String) -> Rule {
    Rule(
      "tile.not-there", vi: "“\(entity)” không phải một tỉnh, thành phố của thời gian mà bản đồ nói tới.",
      en: "“\(entity)” is no province or city of the time that the map is about.",
      hintVi: "Xem “from” và “until” của bản đồ và của đơn vị ấy, hoặc xóa ô.",
      hintEn: "See “from” and “until” of the map and of the entity, or delete the tile.")
  }

  static func tileMissing(entity: String) -> Rule {
    Rule(
      "tile.missing", .warning, vi: "Bản đồ không có ô nào cho “\(entity)”.",
      en: "The map has no tile for “\(entity)”.",
      hintVi: "Thêm một ô, để tỉnh chưa có số liệu cũng được thấy là chưa rõ.",
      hintEn: "Add a tile, so that a province without figures is seen to be unknown.")
  }
}
