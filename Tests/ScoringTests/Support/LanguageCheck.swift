import Scoring
import Testing

/// Checks a generated sentence: both wordings are there, differ, and neither holds a decimal in the form of
/// the other language.
func expectBothLanguages(
  _ text: LocalizedText, _ note: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(!text.vi.isEmpty && !text.en.isEmpty, note, sourceLocation: sourceLocation)
  #expect(text.vi != text.en, note, sourceLocation: sourceLocation)
  #expect(!text.vi.contains(/\d\.\d{1,2}(?!\d)|\d\.\d{4}/), note, sourceLocation: sourceLocation)
  #expect(!text.en.contains(/\d,\d{1,2}(?!\d)|\d,\d{4}/), note, sourceLocation: sourceLocation)
  #expect(!text.vi.contains("  ") && !text.en.contains("  "), note, sourceLocation: sourceLocation)
}

/// Letters that no English sentence of the toolkit holds.
func containsVietnameseLetters(_ text: String) -> Bool {
  text.lowercased().contains(/[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/)
}
