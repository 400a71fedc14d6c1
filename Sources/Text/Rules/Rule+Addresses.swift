/// Rules about the web addresses that readers are sent to.
extension Rule {
  static func urlMalformed(value: String) -> Rule {
    Rule(
      "url.malformed", vi: "“\(value)” không phải là địa chỉ trang web.",
      en: "“\(value)” is not a web address.",
      hintVi: "Chép địa chỉ từ trình duyệt, bắt đầu bằng https:// hoặc http://.",
      hintEn: "Copy the address from the browser; it begins with https:// or http://.")
  }

  static let urlCredentials = Rule(
    "url.credentials", vi: "Địa chỉ có tên đăng nhập hoặc mật khẩu trước dấu “@”.",
    en: "The address has a user name or a password before the “@”.",
    hintVi: "Bỏ phần nằm giữa “//” và dấu “@”, kể cả dấu ấy; nếu là mật khẩu thật thì đổi mật khẩu.",
    hintEn: "Delete what stands between “//” and “@”, and the “@”; if it is a real password, change it.")

  static func urlLookalike(host: String, letter: Unicode.Scalar) -> Rule {
    let digits = String(letter.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Rule(
      "url.lookalike", vi: "Tên máy chủ “\(host)” có chữ “\(letter)” (\(code)) dễ nhầm với chữ khác.",
      en: "The host “\(host)” has the letter “\(letter)” (\(code)), which is easily taken for another.",
      hintVi: "Tự gõ lại tên máy chủ bằng bàn phím, rồi mở thử địa chỉ.",
      hintEn: "Type the name of the host on the keyboard, then try the address.")
  }

  static func urlAddressNumber(host: String) -> Rule {
    Rule(
      "url.ip-address", .warning,
      vi: "Máy chủ “\(host)” là một dãy số, nên người đọc không biết đó là trang của ai.",
      en: "The host “\(host)” is a number, so readers cannot tell whose site it is.",
      hintVi: "Dùng địa chỉ có tên miền của nơi phát hành, nếu có.",
      hintEn: "Give the address with the domain name of the publisher, if there is one.")
  }

  static let urlLong = Rule(
    "url.long", vi: "Địa chỉ dài hơn 2.000 ký tự.", en: "The address is longer than 2,000 characters.",
    hintVi: "Bỏ phần theo dõi ở sau dấu “?”, hoặc lấy địa chỉ ngắn của trang.",
    hintEn: "Drop what follows the “?” for tracking, or take the short address of the page.")
}
