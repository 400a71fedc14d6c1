extension String {
  /// Whether one of the bytes of its UTF-8 is such; looks at them where they lie.
  @inline(__always)
  func containsByte(where isSuch: (UInt8) -> Bool) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.contains(where: isSuch) } ?? utf8.contains(where: isSuch)
  }
}
