import Scoring
import TestSupport
import Testing
import Text

struct ConfidenceRuleTests {
  private let rule = ConfidenceRule(
    sources: [
      ("ministry", "Ministry"), ("paper", "Paper"), ("paper-online", "Paper Online"), ("portal", "Portal"),
      ("gazette", "Gazette"), ("other", "Other paper"), ("reprint", "Reprints"), ("nameless", nil),
    ].map { source($0, $1) } + [source("quote", "Paper", speaksFor: ["hai-duong"])],
    publishers: [
      Publisher(name: "Ministry", indexes: ["PAR"], indicators: ["growth"], line: .somewhere),
      Publisher(name: "Paper", otherNames: ["Paper Online"], line: .somewhere),
      Publisher(name: "Portal", speaksFor: ["hai-duong"], line: .somewhere),
      Publisher(name: "Gazette", speaksFor: ["hai-duong"], line: .somewhere),
      Publisher(name: "Reprints", isRepublisher: true, line: .somewhere),
    ], scorecardIndex: "PAR")

  private static let all: [Identifier<Source>] = [
    "ministry", "paper", "paper-online", "portal", "gazette", "other", "reprint", "nameless", "quote",
  ]

  private func confidence(
    _ sources: [Identifier<Source>], _ measure: ConfidenceRule.Measure = .indicator("rate"),
    about entity: Identifier<Entity>? = "hai-duong"
  ) -> Confidence {
    rule.confidence(in: sources, measure: measure, about: entity)
  }

  @Test func oneOrTwoPublishers() {
    #expect(confidence(["paper"]) == .single)
    #expect(confidence(["paper", "paper-online"]) == .single)
    #expect(confidence(["paper", "other"]) == .confirmed)
    #expect(confidence(["ministry"]) == .single)
  }

  @Test func theBodyThatMakesTheFigureIsEnough() {
    #expect(confidence(["ministry"], .index("PAR")) == .confirmed)
    #expect(confidence(["ministry"], .scorecard) == .confirmed)
    #expect(confidence(["ministry"], .indicator("growth")) == .confirmed)
    #expect(confidence(["ministry"], .index("PCI")) == .single)
  }

  @Test func theJudgedProvinceIsOneVoice() {
    #expect(confidence(["portal"]) == .ownStatement)
    #expect(confidence(["portal", "gazette"]) == .ownStatement)
    #expect(confidence(["portal", "paper"]) == .confirmed)
    #expect(confidence(["portal"], about: "bac-kan") == .single)
    #expect(confidence(["portal", "gazette"], about: "bac-kan") == .confirmed)
    #expect(confidence(["portal"], about: nil) == .single)
  }

  @Test func whoPassesOnTheWordsOfTheJudgedIsNoOtherVoice() {
    #expect(confidence(["quote"]) == .ownStatement)
    #expect(confidence(["quote", "portal"]) == .ownStatement)
    #expect(confidence(["quote", "paper"]) == .confirmed)
    #expect(confidence(["quote"], about: "bac-kan") == .single)
    #expect(confidence(["quote", "paper"], about: "bac-kan") == .single)
  }

  @Test func reprintsAndUnknownPublishersCountAsNone() {
    #expect(confidence(["reprint"]) == .single)
    #expect(confidence(["nameless"]) == .single)
    #expect(confidence(["reprint", "nameless"]) == .single)
    #expect(confidence(["paper", "reprint", "nameless"]) == .single)
    #expect(confidence(["portal", "reprint"]) == .ownStatement)
    #expect(confidence([]) == .single)
  }

  /// Over every set of sources: the order does not matter, one more source never makes a confirmed figure less sure,
  /// and a reprint changes nothing where anyone else speaks.
  @Test func laws() {
    for bits in 0..<(1 << Self.all.count) {
      let sources = Self.all.enumerated().filter { bits & 1 << $0.offset != 0 }.map(\.element)
      let here = confidence(sources)
      #expect(confidence(sources.reversed()) == here)
      for other in Self.all where here == .confirmed { #expect(confidence(sources + [other]) == .confirmed) }
      #expect(confidence(sources + ["reprint"]) == here)
    }
  }

  private static func source(
    _ id: String, _ publisher: String?, speaksFor: [Identifier<Entity>] = []
  ) -> Source {
    Source(
      id: Identifier(id), title: id, publisher: publisher, date: nil, kind: .secondary, titleLanguage: "en",
      url: nil, isCopy: false, speaksFor: speaksFor, note: nil, line: .somewhere)
  }
}
