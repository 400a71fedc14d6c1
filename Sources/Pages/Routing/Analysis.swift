package import Text

/// An analysis of an index that has a method page. The raw value is the identifier of the page.
package enum Analysis: String, CaseIterable, Sendable {
  /// All analyses, and the worked example.
  case overview = "robustness"
  /// Ranks under changed weights.
  case intervals = "rank-intervals"
  /// How often one unit stands above another, and groups.
  case pairs = "rank-pairs"
  /// The smallest change of one weight that swaps two units.
  case flips = "flip-points"
  /// The best and worst possible ranks.
  case ranges = "rank-ranges"
  /// Ranks under other constructions of the index.
  case variants
  /// How the components relate to each other.
  case coherence
  /// A gap and a change split into components.
  case contributions
  /// The uncertainty of weights and measurement combined.
  case uncertainty = "weights-and-measurement"

  /// The last part of the path of the page.
  package func slug(in language: Language) -> String {
    switch (self, language) {
    case (.overview, .vietnamese): "do-chac-cua-thu-hang"
    case (.overview, .english): "how-firm-ranks-are"
    case (.intervals, .vietnamese): "khoang-hang"
    case (.pairs, .vietnamese): "so-tung-cap"
    case (.flips, .vietnamese): "diem-dao-hang"
    case (.ranges, .vietnamese): "hang-co-the"
    case (.variants, .vietnamese): "phuong-an"
    case (.coherence, .vietnamese): "tinh-nhat-quan"
    case (.contributions, .vietnamese): "dong-gop"
    case (.uncertainty, .vietnamese): "trong-so-va-sai-so"
    case (_, .english): rawValue
    }
  }
}
