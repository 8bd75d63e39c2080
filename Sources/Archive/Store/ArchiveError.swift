/// What can go wrong with an archive; each tells what was wrong and what to do.
public enum ArchiveError: Error, Equatable, CustomStringConvertible, Sendable {
  /// No file at the path, and none was to be made.
  case missing(path: String)
  /// The file is no archive of Verbale.
  case foreign(path: String)
  /// The file is an archive, but torn or overwritten.
  case damaged(path: String, detail: String)
  /// A newer Verbale made the archive, or one from before the first release.
  case newer(path: String)
  /// The file can't be opened or written.
  case inaccessible(path: String, detail: String)
  /// The disk, or the share of it that the archive may take, is full; nothing was half written.
  case full(path: String)
  /// There is something of this name already.
  case taken(String)
  /// What was asked for can't be; the words tell why.
  case unfit(String)
  /// Nobody has this document, version or line.
  case unknown(String)

  /// The same of the file that the user named, where a copy of it was looked at.
  func about(_ path: String) -> ArchiveError {
    switch self {
    case .missing: .missing(path: path)
    case .foreign: .foreign(path: path)
    case .damaged(_, let detail): .damaged(path: path, detail: detail)
    case .newer: .newer(path: path)
    case .inaccessible(_, let detail): .inaccessible(path: path, detail: detail)
    case .full, .taken, .unfit, .unknown: self
    }
  }

  /// The error in words for a person.
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): no such archive; `verbale ingest --archive \(path) PATH…` makes one"
    case .foreign(let path):
      "\(path): not an archive of Verbale; give the path of one, or of a file to make"
    case .damaged(let path, let detail):
      "\(path): the archive is damaged (\(detail)); restore it from a backup"
    case .newer(let path):
      "\(path): made by another Verbale; use that version, or ingest the reports anew"
    case .inaccessible(let path, let detail):
      "\(path): can't be opened or written (\(detail)); check path and permissions"
    case .full(let path):
      "\(path): the disk is full; make room and run the same command again: it goes on"
    case .taken(let what):
      "\(what): there already; choose another name, or remove it first"
    case .unfit(let why):
      why
    case .unknown(let what):
      "there is no \(what) in the archive"
    }
  }
}
