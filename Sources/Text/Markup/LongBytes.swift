internal import Foundation

/// Bytes that are written piece by piece. A long text is moved now and then to one that grows in place, so that
/// it is never in memory twice.
struct LongBytes {
  /// A piece is moved once it is this long.
  private static let pieceLength = 1 << 18

  /// What was written since the last move.
  var piece: [UInt8] = []
  private var whole = Data()

  /// Moves a long piece. Called between the rows or items of a text.
  mutating func moveLongPiece() {
    guard piece.count >= Self.pieceLength else { return }
    whole.append(contentsOf: piece)
    piece.removeAll(keepingCapacity: true)
  }

  /// Ends the text and returns all of it.
  mutating func end() -> Data {
    whole.append(contentsOf: piece)
    piece = []
    return whole
  }
}
