// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// A package of its own, so that neither "make test" nor anyone who uses Scoring builds it.
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "parindex", path: "..")],
  targets: [
    .executableTarget(
      name: "ScoringBenchmarks",
      dependencies: [.product(name: "Scoring", package: "parindex")],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "MarkdownLoop",
      dependencies: [.product(name: "GFM", package: "parindex")],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "RenderStress",
      dependencies: [.product(name: "GFM", package: "parindex")],
      swiftSettings: settings
    ),
  ]
)
