import Scoring
import TestSupport
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: ["2024", "2024-10", "2024-10-31", "2024-02-29", "0001-01-01", "9999-12-31"])
  func readsAndPrintsDates(_ text: String) throws {
    #expect(try date(text).description == text)
  }

  @Test(arguments: [
    "", "24", "02024", "2024-", "2024-13", "2024-00", "2024-1", "2024-10-1", "2024-02-30", "2023-02-29",
    "1900-02-29", "0000", "2024-10-31-1", "2024/10/31", "31-10-2024", "2024-1a", "２０２４", "-024",
  ])
  func refusesOtherForms(_ text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test(arguments: [
    ("2024", "2024-01-01", "2024-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-02", "2023-02-01", "2023-02-28"), ("2024-06-30", "2024-06-30", "2024-06-30"),
  ])
  func aDateCoversItsLastDay(_ text: String, _ first: String, _ last: String) throws {
    let partial = try date(text)
    #expect(partial.firstDay.description == first)
    #expect(partial.lastDay.description == last)
    #expect(partial.firstDay <= partial.lastDay)
  }

  @Test func knowsWhichDaysExist() {
    #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2100, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 2024, month: 4, day: 31) == nil)
    #expect(CalendarDate(year: 2024, month: 0, day: 1) == nil)
    #expect(CalendarDate(year: 10_000, month: 1, day: 1) == nil)
    #expect(CalendarDate.lastDay(of: 123_456).year == 9_999)
    #expect(CalendarDate.firstDay(of: -5).year == 1)
  }

  @Test func ordersByTime() throws {
    let days = try ["2023-12-31", "2024-01-01", "2024-01-31", "2024-02-01"].map { try date($0).firstDay }
    #expect(days == days.sorted() && Set(days).count == days.count)
  }
}
