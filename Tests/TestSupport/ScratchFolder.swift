public import Foundation
import Synchronization

/// A folder of one test's own, removed with it.
///
/// All lie in one folder of this run, which goes when the process ends; what a run that was killed
/// left behind, the next run takes away.
public final class ScratchFolder: Sendable {
  /// The folder's path.
  public let path: String

  /// Makes a folder.
  ///
  /// - Throws: where the system's folder for such things can't be written.
  public init() throws {
    // Short: programs put sockets below it, whose paths have at most 107 bytes.
    let number = Self.count.withLock { count in
      count += 1
      return count
    }
    path = Self.run.appending(path: "\(number)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    // A program that was ended may still be writing its last.
    for _ in 0..<20 {
      try? FileManager.default.removeItem(atPath: path)
      if !FileManager.default.fileExists(atPath: path) { return }
      usleep(50_000)
    }
  }

  /// The path of a file in the folder.
  public func file(_ name: String = "archive.sqlite") -> String { path + "/" + name }

  /// The address of a file in the folder.
  public func url(_ name: String) -> URL { URL(filePath: file(name)) }

  /// Writes a file, and the folders that it lies in.
  public func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = url(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// Makes a symbolic link.
  public func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: file(name), withDestinationPath: target)
  }

  private static let count = Mutex(0)
  private static let prefix = "verbale-tests-"

  /// The folder of this run.
  private static let run: URL = {
    let files = FileManager.default
    let all = files.temporaryDirectory
    for name in (try? files.contentsOfDirectory(atPath: all.path)) ?? []
    where name.hasPrefix(prefix) {
      guard let process = pid_t(name.dropFirst(prefix.count)) else { continue }
      if kill(process, 0) != 0, errno == ESRCH {
        try? files.removeItem(at: all.appending(path: name))
      }
    }
    atexit { try? FileManager.default.removeItem(at: ScratchFolder.run) }
    return all.appending(path: "\(prefix)\(ProcessInfo.processInfo.processIdentifier)")
  }()
}
