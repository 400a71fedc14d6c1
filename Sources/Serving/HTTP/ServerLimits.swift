/// How long browsers may keep the server busy, and how many of them.
struct ServerLimits: Sendable {
  /// For the head of a request, and for the first byte of a connection.
  var head = Duration.seconds(5)
  /// From one request to the next.
  var idle = Duration.seconds(60)
  /// For all the bytes of an answer or an event.
  var sending = Duration.seconds(60)
  /// From one sign of life to the next where events are sent.
  var heartbeat = Duration.seconds(15)
  /// More are told that there are too many.
  var connections = 256
}
