/// Documents that mix everything the renderer knows, the same on each run.
enum MadeUpMarkdown {
  private static let pieces = [
    "Lời nói đầu về **cải cách** và `mã` với [một liên kết](/vi/trang/).",
    "Chữ ~~bị gạch~~ và ~một dấu ngã~, rồi ~~~ba~~~ dấu.",
    "Xem https://vi.example/a?b=1&c=2 và www.example.vn/đường, thư gửi a.b+c@example.vn.",
    "| A | B |\n| --- | ---: |\n| ~~x~~ | www.example.vn |\n| `~` | a@b.vn |",
    "| Tỉnh | Điểm |\n| :-- | --: |\n| Một | 1,5 |\n| Hai \\| ba | 2 |",
    "Một chú thích[^a] và một nữa[^b], chú thích thiếu[^không].\n\n[^a]: Nội dung ~~cũ~~.\n[^b]: https://example.vn/b",
    "- [ ] việc\n- [x] việc **xong**\n  - con ~~bỏ~~\n    1. cháu @ nhà",
    "> Trích *dẫn* với <script>alert(1)</script> và <b>thẻ</b> và <!-- -->chú thích.",
    "```\n~~không gạch~~ www.không.vn a@b.c\n```",
    "# Tiêu đề ~~cũ~~ &amp; mới\n\nDòng  \nngắt, [x](javascript:alert(1)), ![ảnh](/a.svg \"tên\").",
    "a ~ b ~ c, 5 ~ 6, x@, @y, http://, ://z, wwww.q, www.",
    "***đậm nghiêng*** __đậm__ _nghiêng_ \\*không\\* &#126;&#126;x&#126;&#126;",
  ]

  /// Documents of one to nine pieces each.
  static func documents(_ count: Int) -> [String] {
    var state: UInt64 = 1
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (0..<count).map { number in
      let chosen = (0...draw(9)).map { _ in pieces[draw(pieces.count)] }
      return "Trang \(number)\n\n" + chosen.joined(separator: "\n\n") + "\n"
    }
  }
}
