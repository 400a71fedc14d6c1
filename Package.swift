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
    .library(name: "Robustness", targets: ["Robustness"]),
    .executable(name: "parindex", targets: ["parindex"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // Debian's libraries: a module map each.
    .systemLibrary(
      name: "CCMarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
    ),
    .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // Our own C.
    .target(name: "CDrawKernel"),
    .target(name: "CSystem"),
    // The rooms, from the ground up.
    .target(name: "Text", dependencies: ["CYAML"]),
    .target(name: "Parallel", dependencies: ["CSystem"]),
    .target(name: "GFM", dependencies: ["CCMarkGFM", "CSystem"]),
    .target(name: "Files", dependencies: ["COpenSSL", "CSystem", "Parallel", "Text"]),
    .target(name: "Scoring", dependencies: ["Text"]),
    .target(name: "Robustness", dependencies: ["CDrawKernel", "Scoring", "Text"]),
    .target(name: "ProvinceData", dependencies: ["Files", "Parallel", "Robustness", "Scoring", "Text"]),
    .target(
      name: "Pages",
      dependencies: [
        "Files", "GFM", "Parallel", "Robustness", "Scoring", "Text",
      ]
    ),
    .target(
      name: "SiteGen", dependencies: ["Files", "GFM", "Pages", "Parallel", "Robustness", "Scoring", "Text"]),
    .target(
      name: "Serving",
      dependencies: [
        "CSystem", "Files", "Text", .product(name: "FlyingSocks", package: "FlyingFox"),
      ]
    ),
    .executableTarget(
      name: "parindex",
      dependencies: [
        "Files", "Pages", "Parallel", "ProvinceData", "Robustness", "Scoring", "Serving", "SiteGen", "Text",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    // What several test targets share: folders, the command as a process, goldens, samples.
    .target(name: "TestSupport", dependencies: ["Scoring", "Text"], path: "Tests/TestSupport"),
    // Sees what other packages see: the public interface and nothing else.
    .testTarget(name: "LibraryTests", dependencies: ["Robustness", "Scoring"], packageAccess: false),
    // What any bytes can reach: tests replay a corpus on it, "make fuzz" looks for more.
    .target(
      name: "FuzzTargets", dependencies: ["GFM", "Pages", "ProvinceData", "Robustness", "Scoring", "Text"],
      path: "Fuzz/Targets"),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets", "TestSupport"]),
    .testTarget(name: "ParallelTests", dependencies: ["Parallel"]),
    .testTarget(name: "GFMTests", dependencies: ["GFM"]),
    .testTarget(name: "FilesTests", dependencies: ["CSystem", "Files", "Parallel", "Text"]),
    .testTarget(name: "ScoringTests", dependencies: ["Scoring", "TestSupport", "Text"]),
    .testTarget(
      name: "RobustnessTests",
      dependencies: ["Robustness", "Scoring", "TestSupport", "Text"],
      exclude: ["Fixtures"]
    ),
    .testTarget(
      name: "ProvinceDataTests",
      dependencies: ["Files", "ProvinceData", "Robustness", "Scoring", "TestSupport", "Text"],
      exclude: ["Fixtures"]
    ),
    .testTarget(
      name: "PagesTests",
      dependencies: ["GFM", "Pages", "Parallel", "Robustness", "Scoring", "TestSupport", "Text"]),
    .testTarget(
      name: "SiteGenTests",
      dependencies: [
        "Files", "GFM", "Pages", "Parallel", "ProvinceData", "Robustness", "Scoring", "SiteGen",
        "TestSupport",
        "Text",
        // The sites of changed data are built by the command.
        "parindex",
      ]
    ),
    .testTarget(
      name: "ServingTests",
      dependencies: [
        "Files", "Parallel", "Serving", "Text", .product(name: "FlyingSocks", package: "FlyingFox"),
      ]
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: ["Pages", "ProvinceData", "Robustness", "Scoring", "TestSupport", "Text", "parindex"],
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
      name: "ScoringBenchmarks", dependencies: ["Robustness", "Scoring", "Text"],
      path: "Benchmarks/Sources/ScoringBenchmarks"),
    .executableTarget(
      name: "soak", dependencies: ["Files", "GFM", "ProvinceData", "Scoring", "Text"],
      path: "Benchmarks/Sources/soak"),
  ]
}

// libFuzzer calls it, so it is built with its sanitizer only; scripts/fuzz does.
if Context.environment["PARINDEX_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(name: "FuzzRunner", dependencies: ["FuzzTargets"], path: "Fuzz/Runner"))
}

// Every target in Swift, which is neither the module of a library nor one of the two in C.
for target in package.targets
where target.type != .system && !["CDrawKernel", "CSystem"].contains(target.name) {
  target.swiftSettings = settings
}
