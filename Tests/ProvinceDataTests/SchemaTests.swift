import Foundation
import TestSupport
import Testing
import Text

@testable import ProvinceData
@testable import Scoring

@Suite("JSON Schemas")
struct SchemaTests {
  private let folder = Repository.liveData.appending(path: "schema")

  @Test("the committed schemas are those of the code")
  func fresh() throws {
    for file in SchemaWriter.files {
      let difference = Golden(folder.appending(path: file.name)).difference(from: file.text)
      #expect(difference == nil, "\(difference ?? "")")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    #expect(names == SchemaWriter.files.map(\.name))
  }

  @Test("a schema has exactly the keys that the loader knows, and the same are required")
  func keys() throws {
    for kind in FileKind.allCases {
      guard let mapping = kind.mapping else { continue }
      let schemas = try SchemaWriter.files.map {
        try JSONSerialization.jsonObject(with: Data($0.text.utf8)) as? [String: Any]
      }
      let matching = schemas.filter { schema in
        let keys = (schema?["properties"] as? [String: Any])?.keys.sorted()
        return keys == mapping.keys.map(\.name).sorted()
      }
      let schema = try #require(matching.first ?? nil)
      #expect(schema["required"] as? [String] == mapping.keys.filter(\.isRequired).map(\.name))
      #expect(schema["additionalProperties"] as? Bool == false)
    }
  }

  @Test("no mapping names a key twice, and every key is explained in both languages")
  func meanings() {
    func check(_ shape: Shape) {
      switch shape {
      case .list(let item), .byComponent(let item): check(item)
      case .mapping(let mapping):
        #expect(Set(mapping.keys.map(\.name)).count == mapping.keys.count)
        for key in mapping.keys {
          #expect(key.meaning.vi.hasSuffix(".") && key.meaning.en.hasSuffix("."))
          check(key.shape)
        }
      default: break
      }
    }
    for kind in FileKind.allCases {
      if let mapping = kind.mapping { check(.mapping(mapping)) }
      if let columns = kind.columns { check(.mapping(MappingShape(columns))) }
      #expect((kind.mapping == nil) != (kind.columns == nil))
    }
  }
}
