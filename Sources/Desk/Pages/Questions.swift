import Archive
import Hummingbird
import Records

extension DeskContext {
  /// A number of the path.
  ///
  /// - Throws: `HTTPError` 404 where it is none: nothing can stand at such an address.
  func number(_ name: String) throws -> Int {
    guard let number = parameters.get(name).flatMap({ Int($0) }) else { throw HTTPError(.notFound) }
    return number
  }
}

extension DeskContext {
  /// A number that a form gives.
  ///
  /// - Throws: `HTTPError` 400 where it is missing or none.
  func formNumber(_ field: String) throws -> Int {
    guard let number = form[field].flatMap({ Int($0) }) else {
      throw HTTPError(.badRequest, message: "‘\(field)’ takes a number.")
    }
    return number
  }
}

extension Form {
  /// The cursor of a page of a longer answer.
  ///
  /// - Throws: `HTTPError` 400 where it isn't one that the desk gave out.
  func cursor() throws -> Cursor? {
    guard let text = self["after"] else { return nil }
    guard let cursor = Cursor(text) else {
      throw HTTPError(
        .badRequest, message: "‘after’ takes what the page before gave as ‘next’, not ‘\(text)’.")
    }
    return cursor
  }

  /// How many items a page shall hold.
  ///
  /// - Throws: `HTTPError` 400 where it isn't a number from 1 to 200.
  func limit(_ usual: Int = 50) throws -> Int {
    guard let text = self["limit"] else { return usual }
    guard let limit = Int(text), (1...200).contains(limit) else {
      throw HTTPError(.badRequest, message: "‘limit’ takes a number from 1 to 200, not ‘\(text)’.")
    }
    return limit
  }

  /// A number; nil where none is given.
  ///
  /// - Throws: `HTTPError` 400 where it is something else.
  func number(_ name: String) throws -> Int? {
    guard let text = self[name] else { return nil }
    guard let number = Int(text) else {
      throw HTTPError(.badRequest, message: "‘\(name)’ takes a number, not ‘\(text)’.")
    }
    return number
  }

  /// Whether something is asked for; not, unless said.
  ///
  /// - Throws: `HTTPError` 400 where it is neither `true` nor `false`.
  func flag(_ name: String) throws -> Bool {
    guard let text = self[name] else { return false }
    guard let flag = Bool(text) else {
      throw HTTPError(.badRequest, message: "‘\(name)’ is true or false, not ‘\(text)’.")
    }
    return flag
  }

  /// A value of a closed vocabulary.
  ///
  /// - Throws: `HTTPError` 400 that names the values.
  func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ name: String, of type: Value.Type
  ) throws -> Value? {
    guard let text = self[name] else { return nil }
    guard let value = Value(rawValue: text) else {
      let all = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw HTTPError(.badRequest, message: "‘\(name)’ is one of \(all); not ‘\(text)’.")
    }
    return value
  }
}

extension Archive {
  /// The lines of a document's version.
  ///
  /// - Throws: `ArchiveError.unknown` where there is none, also after a takedown.
  func lines(of document: Int, version: Int?, base: String) throws -> ReportLines {
    guard let kept = try self.document(document) else {
      throw ArchiveError.unknown("report \(document)")
    }
    let number = version ?? kept.summary.version
    guard let record = try record(of: document, version: number) else {
      throw ArchiveError.unknown("report \(document), version \(number)")
    }
    return ReportLines(record, document: document, version: number, base: base)
  }
}
