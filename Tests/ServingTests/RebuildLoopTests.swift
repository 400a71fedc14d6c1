import Foundation
import Parallel
import Testing

@testable import Serving

struct RebuildLoopTests {
  /// A rebuild that takes a while and gives the number of changes made before it began.
  private final class Site: Sendable {
    struct State {
      var made = 0
      var running = 0
      var mostRunning = 0
      var rebuilds = 0
    }

    let state = Locked(State())
    let shown = Collector<Int>()
    let causes = Collector<Set<String>>()

    func change() { state.withLock { $0.made += 1 } }

    func rebuild(_ time: Duration) async -> Rebuild {
      let seen = state.withLock { state in
        state.running += 1
        state.rebuilds += 1
        state.mostRunning = max(state.mostRunning, state.running)
        return state.made
      }
      try? await Task.sleep(for: time)
      state.withLock { $0.running -= 1 }
      return .site(files: [:], pages: seen)
    }

    func show(_ rebuild: Rebuild, _ paths: Set<String>) {
      if case .site(_, let pages) = rebuild { shown.add(pages) }
      causes.add(paths)
    }

    func loop(_ time: Duration) -> RebuildLoop {
      RebuildLoop {
        await self.rebuild(time)
      } show: {
        self.show($0, $2)
      }
    }
  }

  /// Changes in every rhythm: the last one shown has all of them, none is shown twice or goes back, and never do two
  /// rebuilds run at once.
  @Test(arguments: [0, 1, 3, 7, 20]) func theLastChangeIsShown(pause: Int) async throws {
    let site = Site()
    let loop = site.loop(.milliseconds(5))
    for number in 1...40 {
      site.change()
      await loop.changed(["\(number)"])
      if pause > 0 { try await Task.sleep(for: .milliseconds(number % 2 == 0 ? pause : 1)) }
    }
    #expect(try await eventually { site.shown.all.last == 40 })
    let shown = site.shown.all
    #expect(shown == shown.sorted())
    #expect(Set(shown).count == shown.count)
    let state = site.state.withLock { $0 }
    #expect(state.mostRunning == 1 && state.rebuilds <= 40 && state.running == 0)
    // Each change is named once, with the result that shows it.
    #expect(site.causes.all.flatMap { $0 }.sorted() == (1...40).map(String.init).sorted())
  }

  @Test func aResultThatIsOutOfDateIsNotShown() async throws {
    let site = Site()
    let loop = site.loop(.milliseconds(300))
    site.change()
    await loop.changed(["a"])
    #expect(try await eventually { site.state.withLock { $0.running } == 1 })
    site.change()
    await loop.changed(["b"])
    #expect(try await eventually { !site.shown.all.isEmpty })
    #expect(site.shown.all == [2] && site.causes.all == [["a", "b"]])
  }

  /// A file that is gone for a moment, as when an editor or git replaces it, is no fault.
  @Test func findingsOfAMomentAreNotShown() async throws {
    let shown = Collector<Int>()
    let rebuilds = Locked(0)
    let loop = RebuildLoop {
      let number = rebuilds.withLock { number in
        number += 1
        return number
      }
      return number % 2 == 1 ? .findings([finding()]) : .site(files: [:], pages: number)
    } show: { result, _, _ in
      if case .site(_, let pages) = result { shown.add(pages) } else { shown.add(0) }
    }
    await loop.changed(["a"])
    #expect(try await eventually { rebuilds.withLock { $0 } == 1 })
    await loop.changed(["a"])
    #expect(try await eventually { !shown.all.isEmpty })
    #expect(shown.all == [2])
    await loop.changed(["a"])
    #expect(try await eventually { shown.all.count == 2 })
    #expect(shown.all == [2, 0])
  }

  /// Something that writes all the time must not hide the site for ever.
  @Test func changesWithoutEndDoNotHideEverything() async throws {
    let site = Site()
    let loop = site.loop(.milliseconds(10))
    let writer = Task {
      while !Task.isCancelled {
        site.change()
        await loop.changed(["a"])
        try await Task.sleep(for: .milliseconds(1))
      }
    }
    #expect(try await eventually { site.shown.all.count >= 3 })
    writer.cancel()
    let rebuilds = site.state.withLock { $0.rebuilds }
    #expect(
      site.shown.all.count * (RebuildLoop.maximumSkipped + 1) <= rebuilds + RebuildLoop.maximumSkipped + 1)
  }
}
