import Foundation

/// A bar on standard error for long work; nothing where nobody looks, or where the work is short.
final class ProgressBar {
  private let total: Int?
  private let visible: Bool
  private var done = 0
  private var drawn = -1

  /// A bar over `total` inputs, a count where nobody knows how many there are; it shows from two
  /// inputs on, on a terminal only.
  init(total: Int?) {
    self.total = total
    visible = Terminal.showsErrors && total ?? 2 > 1
  }

  /// One input more is done.
  func advance() {
    done += 1
    guard let total else {
      guard visible, done % 16 == 0 else { return }
      drawn = done
      FileHandle.standardError.write(Data("\r\(done) inputs".utf8))
      return
    }
    let share = total == 0 ? 100 : done * 100 / total
    guard visible, share != drawn else { return }
    drawn = share
    let filled = share * 30 / 100
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    FileHandle.standardError.write(Data("\r\(bar) \(done) of \(total)".utf8))
  }

  /// Takes the bar off the screen, so that what is printed next starts on a clean line.
  func clear() {
    guard visible, drawn >= 0 else { return }
    drawn = -1
    FileHandle.standardError.write(Data("\r\u{1B}[2K".utf8))
  }
}
