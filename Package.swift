// swift-tools-version: 6.2
import PackageDescription

/// One list for every Swift target: language mode 6, explicit existentials, imports private by
/// default, and warnings as errors.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "parindex",
  defaultLocalization: "vi",
  products: [
    .library(name: "Scoring", targets: ["Scoring"]),
    .executable(name: "parindex", targets: ["parindex"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCMarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
    ),
    .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "CSystem"),
    .target(name: "Publishing", dependencies: ["CSystem", "Parallel", "SourceFiles"]),
    .target(name: "GFM", dependencies: ["CCMarkGFM", "CSystem"]),
    .target(name: "Parallel", dependencies: ["CSystem"]),
    .target(name: "SourceFiles"),
    .target(name: "CDrawKernel"),
    .target(name: "Manifest", dependencies: ["COpenSSL", "Parallel", "SourceFiles"]),
    .target(name: "Scoring", dependencies: ["CDrawKernel"]),
    .target(
      name: "ProvinceData",
      dependencies: ["Parallel", "Scoring", "SourceFiles", .product(name: "Yams", package: "Yams")]
    ),
    .target(
      name: "SiteGen",
      dependencies: [
        "Scoring", "GFM", "Manifest", "Parallel", "SourceFiles",
        .product(name: "Yams", package: "Yams"),
      ]
    ),
    .target(
      name: "Serving",
      dependencies: [
        "CSystem", "Scoring", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]
    ),
    .executableTarget(
      name: "parindex",
      dependencies: [
        "Scoring", "ProvinceData", "SiteGen", "Publishing", "Parallel", "Serving", "Manifest",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    // What several test targets share: folders, the command as a process, goldens.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "ParallelTests", dependencies: ["Parallel"]),
    .testTarget(name: "PublishingTests", dependencies: ["Publishing", "Parallel"]),
    .testTarget(name: "ManifestTests", dependencies: ["Manifest", "SourceFiles"]),
    .testTarget(name: "GFMTests", dependencies: ["GFM"]),
    .testTarget(
      name: "ScoringTests",
      dependencies: ["Scoring"],
      exclude: ["Fixtures"]
    ),
    .testTarget(
      name: "ProvinceDataTests",
      dependencies: ["ProvinceData", "Scoring", "TestSupport"],
      exclude: ["Fixtures"]
    ),
    .testTarget(
      name: "SiteGenTests",
      dependencies: [
        "SiteGen", "Manifest", "ProvinceData", "Parallel", "Scoring", "GFM", "TestSupport",
        // The sites of changed data are built by the command.
        "parindex", .product(name: "Yams", package: "Yams"),
      ]
    ),
    .testTarget(
      name: "ServingTests",
      dependencies: ["Serving", "Scoring", "Parallel", .product(name: "FlyingSocks", package: "FlyingFox")]
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: ["parindex", "ProvinceData", "Scoring", "TestSupport"],
      // A test compiles the C file and loads it before the command.
      exclude: ["Goldens", "eight_processors.c"]
    ),
  ]
)

// What measures the product, or repeats its work for hours, is no part of it: neither "make test" nor anyone who uses
// Scoring builds it. scripts/build-benchmark does, and sets the variable.
if Context.environment["PARINDEX_BENCHMARKS"] != nil {
  package.targets += [
    .executableTarget(name: "MarkdownLoop", dependencies: ["GFM"], path: "Benchmarks/Sources/MarkdownLoop"),
    .executableTarget(name: "RenderStress", dependencies: ["GFM"], path: "Benchmarks/Sources/RenderStress"),
    .executableTarget(
      name: "ScoringBenchmarks", dependencies: ["Scoring"], path: "Benchmarks/Sources/ScoringBenchmarks"),
    .executableTarget(
      name: "soak", dependencies: ["GFM", "ProvinceData", "Publishing", "Scoring"],
      path: "Benchmarks/Sources/soak"),
  ]
}

// Every target in Swift, which is neither the module of a library nor one of the two in C.
for target in package.targets
where target.type != .system && !["CDrawKernel", "CSystem"].contains(target.name) {
  target.swiftSettings = settings
}
