import Foundation
import Records

/// Sources with archives and feeds opened: one source an input, in order, read as the sequence goes
/// on, so that an archive of any size takes the memory of one record.
public struct IntakeSequence: Sequence, IteratorProtocol {
  private var sources: ArraySlice<IntakeSource>
  private var opened: (any IteratorProtocol<IntakeItem>)?
  private let limits: UnpackingLimits

  /// The inputs of sources.
  public init(_ sources: [IntakeSource], limits: UnpackingLimits = UnpackingLimits()) {
    self.sources = sources[...]
    self.limits = limits
  }

  /// The inputs that paths name; see `Intake.sources(at:)`.
  public init(at paths: [String], limits: UnpackingLimits = UnpackingLimits()) {
    self.init(Intake.sources(at: paths), limits: limits)
  }

  /// The next input.
  public mutating func next() -> IntakeSource? {
    while true {
      if let item = opened?.next() { return .item(item) }
      opened = nil
      guard let source = sources.popFirst() else { return nil }
      if let single = open(source) { return single }
    }
  }

  /// Opens an archive or a feed; gives the source back where it is an input itself.
  private mutating func open(_ source: IntakeSource) -> IntakeSource? {
    // What is named as a page or a text is one.
    if source.isOnePage { return source }
    let handle: FileHandle
    switch source.open() {
    case .failure(let refusal): return .item(.refused(refusal.line))
    case .success(let opened): handle = opened
    }
    let stream = ByteStream(handle, limits: limits)
    stream.fill(to: Container.headLength)
    let head = stream.window.copy(0..<Swift.min(stream.soundCount, Container.headLength))
    let name = source.name ?? "-"
    switch Container(head: head, name: source.name) {
    case .archive:
      opened = ArchiveInputs(stream, name: name, limits: limits)
      return nil
    case .feed, .list:
      switch stream.readAll() {
      case .whole(let bytes): opened = FeedInputs.items(bytes, name: name).makeIterator()
      case .damaged(let bytes, let what):
        opened = FeedInputs.items(bytes, name: name, wrong: what).makeIterator()
      case .tooLarge, .bomb: return .item(source.load(stream, limits: limits))
      }
      return nil
    case nil:
      if case .file = source { return source }
      return .item(source.load(stream, limits: limits))
    }
  }
}
