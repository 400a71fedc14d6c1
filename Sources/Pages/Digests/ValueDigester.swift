package import Files
internal import Text

/// Computes digests of values. It encodes a value, with the names of its members, as bytes that differ between any two
/// different values of a type.
///
/// The bytes are never decoded and may differ between versions of the program. Sets and dictionaries have no stable
/// order, so a value that contains one may get other bytes in another process.
package struct ValueDigester {
  /// The digest of a value; nil when it cannot be encoded.
  package static func digest(_ value: some Encodable) -> ContentDigest? {
    let output = Output()
    do {
      try output.write(value: value)
    } catch {
      return nil
    }
    return ContentDigest(of: output.bytes)
  }

  /// Collects the bytes of one value; its containers write to it one after another.
  fileprivate final class Output {
    // One value is written at a time; checking that for each byte would take as long as writing it.
    @exclusivity(unchecked) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(4_096) }

    // Each kind of element begins with a byte of its own, so that no two kinds can be confused.
    func write(key: some CodingKey) { write(mark: "k", key.stringValue) }

    func write(_ text: String) { write(mark: "s", text) }

    func write(number: some FixedWidthInteger) {
      write(mark: "i", bits: UInt64(truncatingIfNeeded: number))
      if number.bitWidth > 64 { write(mark: "i", bits: UInt64(truncatingIfNeeded: number >> 64)) }
    }

    func write(_ number: Double) { write(mark: "d", bits: number.bitPattern) }

    func write(_ flag: Bool) { bytes.append(flag ? UInt8(ascii: "t") : UInt8(ascii: "f")) }

    func writeNil() { bytes.append(UInt8(ascii: "n")) }

    func write(value: some Encodable) throws {
      bytes.append(UInt8(ascii: "("))
      try value.encode(to: Writer(output: self))
      bytes.append(UInt8(ascii: ")"))
    }

    private func write(mark: Unicode.Scalar, bits: UInt64) {
      bytes.append(UInt8(ascii: mark))
      withUnsafeBytes(of: bits.littleEndian) { bytes.append(contentsOf: $0) }
    }

    private func write(mark: Unicode.Scalar, _ text: String) {
      write(mark: mark, bits: UInt64(text.utf8.count))
      bytes.append(contentsOf: text.utf8)
    }
  }

  fileprivate struct Writer: Encoder {
    let output: Output
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
      KeyedEncodingContainer(Keyed(output: output))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer { Unkeyed(output: output) }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(output: output) }
  }

  private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let output: Output
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) {
      output.write(key: key)
      output.writeNil()
    }
    func encode(_ value: Bool, forKey key: Key) {
      output.write(key: key)
      output.write(value)
    }
    func encode(_ value: String, forKey key: Key) {
      output.write(key: key)
      output.write(value)
    }
    func encode(_ value: Double, forKey key: Key) {
      output.write(key: key)
      output.write(value)
    }
    func encode(_ value: Float, forKey key: Key) { encode(Double(value), forKey: key) }
    func encode(_ value: some FixedWidthInteger & Encodable, forKey key: Key) {
      output.write(key: key)
      output.write(number: value)
    }
    func encode(_ value: some Encodable, forKey key: Key) throws {
      output.write(key: key)
      try output.write(value: value)
    }
    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
      output.write(key: key)
      return KeyedEncodingContainer(ValueDigester.Keyed<Nested>(output: output))
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      output.write(key: key)
      return Unkeyed(output: output)
    }
    func superEncoder() -> any Encoder { Writer(output: output) }
    func superEncoder(forKey key: Key) -> any Encoder {
      output.write(key: key)
      return Writer(output: output)
    }
  }

  private struct Unkeyed: UnkeyedEncodingContainer, PlainContainer {
    let output: Output
    var codingPath: [any CodingKey] { [] }
    private(set) var count = 0

    init(output: Output) { self.output = output }

    mutating func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
      KeyedEncodingContainer(Keyed<Nested>(output: output))
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { Unkeyed(output: output) }
    mutating func superEncoder() -> any Encoder { Writer(output: output) }
  }

  private struct Single: SingleValueEncodingContainer, PlainContainer {
    let output: Output
    var codingPath: [any CodingKey] { [] }
  }

}

/// The encoding shared by lists and single values.
private protocol PlainContainer {
  var output: ValueDigester.Output { get }
}

extension PlainContainer {
  func encodeNil() { output.writeNil() }
  func encode(_ value: Bool) { output.write(value) }
  func encode(_ value: String) { output.write(value) }
  func encode(_ value: Double) { output.write(value) }
  func encode(_ value: Float) { output.write(Double(value)) }
  func encode(_ value: some FixedWidthInteger & Encodable) { output.write(number: value) }
  func encode(_ value: some Encodable) throws { try output.write(value: value) }
}
