/// Identifies a page among those of its writer. It is a name and holds no data, so a page gets data only by asking
/// questions.
package protocol PageSubject: Sendable {}

/// Nil identifies the overview of all subjects.
extension Optional: PageSubject where Wrapped: PageSubject {}
