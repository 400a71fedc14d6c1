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
    // For the benchmarks, which are a package of their own.
    .library(name: "GFM", targets: ["GFM"]),
    .executable(name: "parindex", targets: ["parindex"]),
    // For a test only, which loads it before the command.
    .library(name: "EightProcessors", type: .dynamic, targets: ["EightProcessors"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCMarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
    ),
    .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
    .target(name: "CFileExchange"),
    .target(name: "CFreedMemory"),
    .target(name: "CProcessors"),
    .target(
      name: "Publishing", dependencies: ["CFileExchange", "Parallel", "SourceFiles", "Text"],
      swiftSettings: settings),
    .target(name: "CMarkdownMemory", dependencies: ["CCMarkGFM"]),
    .target(name: "GFM", dependencies: ["CCMarkGFM", "CMarkdownMemory"], swiftSettings: settings),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "Text", dependencies: ["CYAML"], swiftSettings: settings),
    .target(name: "Parallel", dependencies: ["CProcessors"], swiftSettings: settings),
    .target(name: "SourceFiles", dependencies: ["Text"], swiftSettings: settings),
    .target(name: "CDrawKernel"),
    .target(
      name: "Manifest", dependencies: ["COpenSSL", "CXXHash", "Parallel", "SourceFiles", "Text"],
      swiftSettings: settings),
    .target(name: "Scoring", dependencies: ["CDrawKernel", "Text"], swiftSettings: settings),
    .target(
      name: "ProvinceData",
      dependencies: ["Parallel", "Scoring", "SourceFiles", "Text"],
      swiftSettings: settings
    ),
    .target(
      name: "SiteGen",
      dependencies: ["Scoring", "GFM", "Manifest", "Parallel", "SourceFiles", "Text"],
      swiftSettings: settings
    ),
    .target(
      name: "Serving",
      dependencies: [
        "CFreedMemory", "Scoring", "Text", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "parindex",
      dependencies: [
        "Scoring", "ProvinceData", "SiteGen", "Publishing", "Parallel", "Serving", "Manifest", "Text",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
    // Not a part of the product: what "make soak" and "make sanitize" run.
    .executableTarget(
      name: "soak",
      dependencies: ["GFM", "ProvinceData", "Publishing", "Scoring", "Text"],
      swiftSettings: settings
    ),
    // What it tells is asked before a sanitizer has begun.
    .target(
      name: "EightProcessors", path: "Tests/EightProcessors",
      cSettings: [.unsafeFlags(["-fno-sanitize=all"])]),
    // What several test targets share: folders, the command as a process, goldens.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(name: "ParallelTests", dependencies: ["Parallel"], swiftSettings: settings),
    .testTarget(
      name: "PublishingTests", dependencies: ["Text", "Publishing", "Parallel"], swiftSettings: settings),
    .testTarget(
      name: "ManifestTests", dependencies: ["Text", "Manifest", "SourceFiles"], swiftSettings: settings),
    .testTarget(name: "GFMTests", dependencies: ["GFM"], swiftSettings: settings),
    .testTarget(
      name: "ScoringTests",
      dependencies: ["Text", "Scoring"],
      exclude: ["Fixtures"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ProvinceDataTests",
      dependencies: ["Text", "ProvinceData", "Scoring", "TestSupport"],
      exclude: ["Fixtures"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "SiteGenTests",
      dependencies: [
        "Text",
        "SiteGen", "Manifest", "ProvinceData", "Parallel", "Scoring", "GFM", "TestSupport",
        // The sites of changed data are built by the command.
        "parindex",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ServingTests",
      dependencies: [
        "Text", "Serving", "Scoring", "Parallel", .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: ["Text", "parindex", "ProvinceData", "Scoring", "TestSupport"],
      exclude: ["Goldens"],
      swiftSettings: settings
    ),
  ]
)
