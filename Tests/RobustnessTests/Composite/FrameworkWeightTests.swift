import Scoring
import TestSupport
import Testing

@Suite struct FrameworkWeightTests {
  private func faults(_ nodes: [Framework.FrameworkNode]) -> [Framework.FrameworkFault] {
    do throws(FrameworkFaults) {
      _ = try Framework(nodes: nodes)
      return []
    } catch {
      return error.faults
    }
  }

  private func group(_ weights: [Double?]) -> [Framework.FrameworkNode] {
    [Composites.node("root", below: nil), Composites.node("G", below: "root", 1)]
      + weights.enumerated().map { Composites.node("c\($0.offset)", below: "G", $0.element) }
  }

  @Test func negativeInfiniteAndVanishingWeightsAreFaults() {
    for weight in [-1, -0.001, .infinity, -.infinity, .nan, 1e-300, 2e100] as [Double] {
      #expect(faults(group([1, weight])) == [.weightInvalid(code: "c1")], "\(weight)")
      #expect(faults(group([weight])) == [.weightInvalid(code: "c0")], "\(weight)")
    }
    #expect(faults(group([1, 0, 1e-100, 1e100])).isEmpty)
  }

  @Test func aGroupOfZerosIsOneFault() {
    #expect(faults(group([0, 0, -0.0])) == [.zeroGroup(code: "G")])
    #expect(faults(group([0])) == [.zeroGroup(code: "G")])
  }

  @Test func everyMissingWeightIsNamedOnce() {
    #expect(faults(group([nil, 0])) == [.weightMissing(code: "c0")])
    #expect(faults(group([nil, nil])) == [.weightMissing(code: "c0"), .weightMissing(code: "c1")])
  }

  @Test func treesOfUnequalDepthAreAccepted() throws {
    let framework = try Framework(
      nodes: group([1, 2]) + [
        Composites.node("deep", below: "c1", 4), Composites.node("flat", below: "root", 5),
      ])
    #expect(framework.isWeighted && framework.leaves.map(\.code) == ["c0", "deep", "flat"])
  }
}
