import ArgumentParser
import Records

/// `verbale schema`: the JSON Schema of a record.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema of a record, verbale/1.")

  func run() { Output.write(RecordSchema.text) }
}
