import Foundation
import TestSupport

/// A small index with a missing value and two tied units, for `parindex robustness`.
enum SampleIndex {
  static let files = [
    "f.csv": """
    code,parent,name,weight
    all,,Chỉ số,
    A,all,Một,3
    B,all,Hai,2
    C,all,Ba,1
    C.1,C,,1
    C.2,C,,3

    """,
    "v.csv": """
    unit,A,B,C.1,C.2
    Bảo Lạc,60,70,80,40
    Chợ Đồn,65,60,70,50
    Đầm Hà,61,69,90,38
    Ea Súp,20,95,,10

    """,
  ]

  /// Runs the command with the files in this folder.
  static func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Command.Result {
    try Command.run(
      ["robustness", "--framework", folder.path("f.csv"), "--scores", folder.path("v.csv")] + arguments)
  }

  /// Runs the command with the sample files.
  static func run(_ arguments: String...) throws -> Command.Result {
    let folder = try TemporaryFolder(files)
    defer { folder.remove() }
    return try run(arguments, in: folder)
  }
}
