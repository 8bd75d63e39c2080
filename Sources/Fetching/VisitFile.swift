import Foundation
public import Pages
import Records
import Synchronization

/// Visits kept in a file of JSON lines. A visit is added at the end; of an address's lines the last
/// counts, and a file with many old lines is written anew when it is opened.
public final class VisitFile: VisitMemory {
  private struct State {
    var visits: [String: Visit]
    let file: FileHandle
  }

  private let state: Mutex<State>

  /// The visits in a file, which is made where it is missing.
  ///
  /// - Throws: `VisitFileError` where the file is something else, and what reading and writing throw.
  public init(at path: String) throws {
    let url = URL(fileURLWithPath: path)
    let bytes = FileManager.default.fileExists(atPath: path) ? try Data(contentsOf: url) : Data()
    var visits: [String: Visit] = [:]
    let lines = bytes.split(separator: 0x0A)
    for (number, line) in lines.enumerated() {
      guard let visit = try? JSONDecoder().decode(Visit.self, from: Data(line)) else {
        // A run that was cut off leaves its last line torn.
        if number == lines.count - 1, number > 0 { continue }
        throw VisitFileError(path: path, line: number + 1)
      }
      visits[visit.address] = visit
    }
    let isTorn = bytes.last.map { $0 != 0x0A } ?? false
    if lines.count > 2 * visits.count + 100 || isTorn || bytes.isEmpty {
      let kept = visits.values.sorted { $0.address < $1.address }
      let text = try kept.map { try JSONText.of($0) + "\n" }.joined()
      try Data(text.utf8).write(to: url, options: .atomic)
    }
    let file = try FileHandle(forWritingTo: url)
    try file.seekToEnd()
    state = Mutex(State(visits: visits, file: file))
  }

  /// The last visit of an address.
  public func visit(of address: String) -> Visit? { state.withLock { $0.visits[address] } }

  /// Notes a visit in place of the one before, in the file too.
  public func note(_ visit: Visit) throws {
    let line = Data((try JSONText.of(visit) + "\n").utf8)
    try state.withLock { state in
      state.visits[visit.address] = visit
      try state.file.write(contentsOf: line)
    }
  }
}

/// A file that should hold visits and doesn't.
public struct VisitFileError: Error, CustomStringConvertible {
  let path: String
  let line: Int

  /// What is wrong, and what to do.
  public var description: String {
    "\(path): line \(line) is no visit; name a file that an earlier fetch wrote, or a new one"
  }
}
