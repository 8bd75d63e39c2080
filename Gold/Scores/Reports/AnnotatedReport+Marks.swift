import Text

extension AnnotatedReport {
  /// Takes the marks out of a marked text.
  ///
  /// - Returns: the text, and the marks in the order in which they open.
  /// - Throws: `AnnotationError` where a mark is misspelt, empty, left open or closed twice.
  static func unmarked(_ marked: String, report: String) throws -> (String, [Mark]) {
    let input = Array(marked.unicodeScalars)
    var text = String.UnicodeScalarView()
    var count = 0
    var open: [(role: Role, ids: [Int], start: Int, order: Int)] = []
    var marks: [(order: Int, mark: Mark)] = []
    var opened = 0
    var index = 0
    func failure(_ reason: String) -> AnnotationError {
      let around = input[max(0, index - 20)..<min(input.count, index + 20)]
      var words = String.UnicodeScalarView()
      words.append(contentsOf: around)
      return AnnotationError(report: report, "\(reason) near “\(String(words))”")
    }
    while index < input.count {
      switch input[index] {
      case "{":
        guard let (role, ids, next) = opening(input, after: index) else {
          throw failure("a mark is misspelt")
        }
        open.append((role, ids, count, opened))
        opened += 1
        index = next
        continue
      case "}":
        guard let mark = open.popLast() else { throw failure("a mark is closed twice") }
        guard mark.start < count else { throw failure("a mark is empty") }
        let span = Span(mark.start, count)
        marks.append((mark.order, Mark(role: mark.role, ids: mark.ids, span: span)))
      case let scalar:
        text.append(scalar)
        count += 1
      }
      index += 1
    }
    guard open.isEmpty else { throw failure("a mark is left open") }
    return (String(text), marks.sorted { $0.order < $1.order }.map(\.mark))
  }

  /// Reads `s1,2 ` behind an opening brace: the role, the numbers and where the words begin.
  private static func opening(
    _ input: [Unicode.Scalar], after brace: Int
  ) -> (Role, [Int], next: Int)? {
    guard brace + 1 < input.count, let role = Role(rawValue: Character(input[brace + 1])),
      let space = input[(brace + 2)...].firstIndex(of: " ")
    else { return nil }
    var letters = String.UnicodeScalarView()
    letters.append(contentsOf: input[(brace + 2)..<space])
    let numbers = String(letters).split(separator: ",", omittingEmptySubsequences: false)
    let ids = numbers.compactMap { Int($0) }
    guard ids.count == numbers.count, ids.allSatisfy({ $0 > 0 }) else { return nil }
    return (role, ids, space + 1)
  }

  /// The report with its marks and the table, as its file has them.
  public var file: String {
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    var open: [Int] = []
    var next = 0
    for index in 0...scalars.count {
      while open.last == index {
        out.append("}")
        open.removeLast()
      }
      while next < marks.count, marks[next].span.start == index {
        let mark = marks[next]
        let ids = mark.ids.map(String.init).joined(separator: ",")
        out.append(contentsOf: "{\(mark.role.rawValue)\(ids) ".unicodeScalars)
        open.append(mark.span.end)
        next += 1
      }
      if index < scalars.count { out.append(scalars[index]) }
    }
    return String(out) + Self.rule + "\n" + AnnotationTable.written(attributions)
  }
}
