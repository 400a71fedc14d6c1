/// The sizes all charts share, in pixels of the drawing.
///
/// The drawing is narrow so that it can be read on a phone: shown 358 px wide, text of 16 is still 11 px high.
enum ChartMetrics {
  /// The width of every chart.
  static let width = 520.0
  /// The free space on each side.
  static let margin = 12.0
  /// The width between the margins.
  static let inner = width - 2 * margin
  /// The size of labels.
  static let text = 16.0
  /// The size of the title.
  static let title = 19.0
  /// The line height of labels.
  static let line = 21.0
  /// The line height of the title.
  static let titleLine = 25.0
}
