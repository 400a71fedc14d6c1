internal import Scoring
internal import Text

/// Compares the number of an outcome with the sentences that tell it.
struct StatementCheck {
  let context: ParseContext
  let statement: TextColumns

  /// - Parameter value: nil when the sentence need not give the value.
  func check(percent value: ValueColumn<PrintedDecimal>?) {
    guard let vi = statement.vi.value, let en = statement.en.value else { return }
    checkSentences(vi, en)
    let (inVi, inEn) = (StatedNumbers(in: vi, .vietnamese), StatedNumbers(in: en, .english))
    checkSame(inVi, inEn)
    guard let column = value, let value = column.value?.value, let stated = inVi.percents.first,
      !inVi.hold(value), !inEn.hold(value)
    else { return }
    let hundredfold = value * 100
    let isFraction =
      value > .zero && value <= ExactDecimal(1)
      && inVi.percents.contains { $0.agrees(with: hundredfold) }
    let rule =
      isFraction
      ? Rule.plausibleFraction(value: value.description, percent: hundredfold.description)
      : Rule.plausibleStatement(value: value.description, stated: stated.value.description)
    context.report(rule, at: column.position)
  }

  private func checkSentences(_ vi: String, _ en: String) {
    guard vi != en else { return context.report(.plausibleSameSentence, at: statement.en.position) }
    for (text, column) in [(vi, statement.vi), (en, statement.en)] where !text.utf8.contains(0x20) {
      context.report(.plausibleNoSentence(text), at: column.position)
    }
  }

  /// Percentages and decimals are the same in both sentences; other numbers may be words in one of them.
  private func checkSame(_ vi: StatedNumbers, _ en: StatedNumbers) {
    func only(_ numbers: StatedNumbers, _ others: StatedNumbers) -> StatedNumbers.Number? {
      numbers.all.first { number in
        (number.isPercent || number.value.decimals > 0)
          && !others.all.contains { $0.value.value == number.value.value }
      }
    }
    guard let inVi = only(vi, en), let inEn = only(en, vi) else { return }
    let rule = Rule.plausibleLanguages(
      vi: NumberText.exact(inVi.value.value, in: .vietnamese),
      en: NumberText.exact(inEn.value.value, in: .english))
    context.report(rule, at: statement.en.position)
  }
}
