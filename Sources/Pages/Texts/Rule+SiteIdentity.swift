package import Text

/// Rules about `site.yaml`.
extension Rule {
  package static func settingUnknown(_ key: String) -> Rule {
    let keys = SiteIdentity.SettingKey.allCases.map(\.rawValue).joined(separator: ", ")
    return Rule(
      "site.setting-unknown", vi: "Tệp này không có khóa “\(key)”.", en: "This file has no key “\(key)”.",
      hintVi: "Các khóa dùng được: \(keys).", hintEn: "The keys are: \(keys).")
  }

  package static func settingMalformed(_ key: SiteIdentity.SettingKey) -> Rule {
    let hint =
      switch key {
      case .publisher:
        LocalizedText(
          vi: "Ghi tên nơi công bố ở cả hai thứ tiếng: {vi: …, en: …}.",
          en: "Give the name of the publisher in both languages: {vi: …, en: …}.")
      case .contact:
        LocalizedText(
          vi: "Ghi một địa chỉ thư điện tử, hoặc địa chỉ một trang bắt đầu bằng https://.",
          en: "Give a mail address, or the address of a page that begins with https://.")
      case .repository:
        LocalizedText(
          vi:
            "Ghi kind là github, gitlab, forgejo hoặc none; address là địa chỉ của kho; có thể thêm branch và data.",
          en:
            "Give kind as github, gitlab, forgejo or none; address is that of the repository; branch and data may follow."
        )
      case .baseAddress:
        LocalizedText(
          vi: "Ghi địa chỉ của trang, bắt đầu bằng https://, không có dấu “?” và “#”.",
          en: "Give the address of the site; it begins with https:// and has no “?” and no “#”.")
      }
    return Rule(
      "site.setting-malformed", vi: "Giá trị của “\(key.rawValue)” không đúng dạng.",
      en: "The value of “\(key.rawValue)” is not of the right form.", hintVi: hint.vi, hintEn: hint.en)
  }
}
