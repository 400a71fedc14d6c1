/// What tells a page from the others of its writer. It names something of the data and holds none, so that nothing but
/// questions brings data to a page.
package protocol PageSubject: Sendable {}

/// A writer may have one page more, about all of its subjects.
extension Optional: PageSubject where Wrapped: PageSubject {}
