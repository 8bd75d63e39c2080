/// Wrong use, told in one line that says what to do; it ends the program with status 2.
struct Complaint: Error {
  let message: String

  init(_ message: String) { self.message = message }
}
