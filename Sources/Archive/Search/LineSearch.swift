import GRDB
import GRDBSQLite

/// `stands_in(report_words, words, needed)` in SQL: whether so many of the phrases that a MATCH found
/// in the report stand in the line that has these words (`LineWords`). One index of the reports'
/// words serves their lines, too.
enum LineSearch {
  /// The function's name in SQL.
  static let name = "stands_in"

  /// Makes the function known to a connection.
  static func register(_ database: Database) throws {
    let api = unsafe FTS5.api(database)
    let code = unsafe api.pointee.xCreateFunction(
      UnsafeMutablePointer(mutating: api), name, nil, standsIn, nil)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  /// The column of `report_words` that holds the text.
  private static let body: CInt = 0

  private static let standsIn: fts5_extension_function = { api, context, result, count, values in
    guard let api = unsafe api?.pointee, let line = unsafe values?.pointee, count == 2 else {
      unsafe sqlite3_result_error(result, "stands_in takes the words of a line and a number", -1)
      return
    }
    let words = unsafe UnsafeBufferPointer(
      start: sqlite3_value_blob(line)?.assumingMemoryBound(to: UInt8.self),
      count: Int(sqlite3_value_bytes(line)))
    var instances: CInt = 0
    var code = unsafe api.xInstCount(context, &instances)
    let needed = unsafe Int(sqlite3_value_int(values?[1]))
    // A bit for each phrase.
    var standing: UInt64 = 0
    for instance in 0..<instances
    where code == SQLITE_OK && standing.nonzeroBitCount < needed {
      var (phrase, column, first): (CInt, CInt, CInt) = (0, 0, 0)
      code = unsafe api.xInst(context, instance, &phrase, &column, &first)
      guard column == body else { continue }
      let end = unsafe first + api.xPhraseSize(context, phrase)
      if unsafe holds(words, Int(first), Int(end)) { standing |= 1 << UInt64(phrase) }
    }
    if code == SQLITE_OK {
      unsafe sqlite3_result_int(result, standing.nonzeroBitCount < needed ? 0 : 1)
    } else {
      unsafe sqlite3_result_error_code(result, code)
    }
  }

  /// Whether one of the packed ranges holds the words from `first` to before `end`.
  private static func holds(
    _ packed: UnsafeBufferPointer<UInt8>, _ first: Int, _ end: Int
  ) -> Bool {
    var (at, number, isLength) = (0, 0, false)
    var start = 0
    while at < packed.count {
      var (value, shift) = (0, 0)
      while at < packed.count {
        let byte = unsafe packed[at]
        at += 1
        value |= Int(byte & 0x7F) << shift
        shift = min(shift + 7, 56)
        if byte < 0x80 { break }
      }
      number += value
      if isLength {
        if start <= first, end <= number { return true }
        if number > first { return false }
      } else {
        start = number
      }
      isLength.toggle()
    }
    return false
  }
}
