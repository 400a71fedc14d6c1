import Testing
import Text

/// The order of Vietnamese dictionaries.
struct VietnameseOrderTests {
  @Test(arguments: [
    ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "o", "ô", "ơ", "u", "ư", "v"],
    ["ma", "mà", "mả", "mã", "má", "mạ", "man"],
    // Letters count before tones, and each word before the next.
    ["Bắc Kạn", "Bắc Ninh", "Bằng", "Chỉ số 2", "Chỉ số cũ", "Đà Nẵng", "Đắk Lắk"],
    ["Hà Nam", "Hà Tĩnh", "Hải Dương", "Hải Phòng"], ["2023", "PAR Index 2022", "PAR Index 2023"],
  ]) func textsStandInOrder(texts: [String]) {
    for (place, left) in texts.enumerated() {
      for (other, right) in texts.enumerated() {
        #expect((VietnameseOrder(left) < VietnameseOrder(right)) == (place < other), "\(left), \(right)")
      }
    }
  }

  @Test func aTextStandsUnderItsFirstLetter() {
    let initials = ["đường", "“Ấm”", "ứng", "Ê đê", "Zalo", "e"].map { VietnameseOrder.initial(of: $0) }
    #expect(initials == ["Đ", "Â", "Ư", "Ê", "Z", "E"])
    #expect(VietnameseOrder.initial(of: "100%") == nil && VietnameseOrder.initial(of: "") == nil)
  }

  @Test func aShortTextEndsAfterAWord() {
    #expect(ShortText.cut("một hai ba", to: 10) == "một hai ba")
    #expect(ShortText.cut("một hai, ba", to: 10) == "một hai…")
    #expect(ShortText.cut("một hai ba", to: 8) == "một hai…")
    #expect(ShortText.cut("mộthaiba", to: 4) == "một…" && ShortText.cut("một", to: 0).count <= 1)
    for length in 1...40 {
      #expect(ShortText.cut("Đạt ít nhất 0, nhiều nhất 46 trên 48 chỉ tiêu", to: length).count <= length)
    }
  }
}
