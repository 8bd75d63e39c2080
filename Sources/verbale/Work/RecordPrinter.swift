import ArgumentParser
import Records

/// The forms in which records are printed.
enum RecordFormat: String, ExpressibleByArgument, CaseIterable {
  case view, json, jsonl
}

/// Prints records one after another.
struct RecordPrinter {
  private let format: RecordFormat
  private var isFirst = true

  /// - Parameter format: the form; a person's view where none is asked for.
  init(format: RecordFormat?) { self.format = format ?? .view }

  mutating func print(_ record: Record) throws {
    switch format {
    case .jsonl: Output.write(try JSONText.of(record) + "\n")
    case .json: Output.write(try JSONText.of(record, layout: .indented) + "\n")
    case .view:
      let view = RecordView(record, style: Terminal.style, width: Terminal.width)
      Output.write((isFirst ? "" : "\n") + view.rendered())
    }
    isFirst = false
  }
}
