internal import Foundation

/// Does one kind of work again and again in one process, and tells whether its memory and its open files stay flat:
/// soak (publications|validations|renders) COUNT [FOLDER]
///
/// It runs in the folder of the repository, and publications go to FOLDER. It ends with 1 when something grows.
@main
enum Soak {
  static func main() {
    let words = CommandLine.arguments.dropFirst()
    guard let name = words.first, let count = words.dropFirst().first.flatMap({ Int($0) }), count > 0,
      let work = Self.work(name, folder: words.dropFirst(2).first)
    else {
      print("usage: soak (validations|renders) COUNT, or: soak publications COUNT FOLDER")
      exit(64)
    }
    do {
      var ledger = Ledger(name: name, count: count)
      for number in 1...count {
        try autoreleased { try work(number) }
        ledger.add(number)
      }
      exit(ledger.isFlat ? 0 : 1)
    } catch {
      print("\(name): \(error)")
      exit(70)
    }
  }

  private static func work(_ name: String, folder: String?) -> ((Int) throws -> Void)? {
    switch name {
    case "publications": folder.map { folder in { try SoakWork.publish($0, folder: folder) } }
    case "validations": { try SoakWork.validate($0) }
    case "renders": { try SoakWork.render($0) }
    default: nil
    }
  }

  private static func autoreleased(_ work: () throws -> Void) rethrows {
    #if canImport(Darwin)
      try autoreleasepool { try work() }
    #else
      try work()
    #endif
  }
}
