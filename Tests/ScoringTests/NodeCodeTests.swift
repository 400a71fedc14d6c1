import Scoring
import TestSupport
import Testing

@Suite struct NodeCodeTests {
  @Test(arguments: ["total", "LV3", "LV3.2", "LV3.2.1", "block:sipas", "block:socio-economic2"])
  func readsAndPrintsCodes(_ text: String) throws {
    #expect(try #require(NodeCode(text)).description == text)
  }

  @Test(arguments: [
    "", "LV", "LV0", "LV03", "LV+3", "LV3.", "LV3..1", "LV1.2.3.4.5", "block:", "block:Ab", "lv3",
  ])
  func refusesOtherText(_ text: String) {
    #expect(NodeCode(text) == nil)
  }

  @Test func sortsAsATree() throws {
    let codes = try ["total", "LV1", "LV1.1", "LV1.2", "LV2", "LV10", "block:appraisal", "block:sipas"]
      .map { try #require(NodeCode($0)) }
    #expect(codes.reversed().sorted() == codes)
  }

  @Test func knowsItsComponent() throws {
    let criterion = try #require(NodeCode("LV3.2"))
    #expect(criterion.component == .component(3) && criterion.componentNumber == 3)
    #expect(!criterion.isComponent && NodeCode.component(3).isComponent)
    #expect(NodeCode.total.component == nil && NodeCode.block("sipas").componentNumber == nil)
  }

  @Test func basesAreTwoKeysForPartsOnly() {
    #expect(ScoreKey(.component(2)) != ScoreKey(.component(2), isAppraisalOnly: true))
    #expect(ScoreKey(.total) == ScoreKey(.total, isAppraisalOnly: true))
    #expect(ScoreKey(.block("sipas")) == ScoreKey(.block("sipas"), isAppraisalOnly: true))
    #expect(ScoreKey(.component(2)) < ScoreKey(.component(2), isAppraisalOnly: true))
  }
}
