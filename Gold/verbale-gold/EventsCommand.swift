import ArgumentParser
import Events
import Foundation
import Mentions
import Records
import Syntax
import Text

/// `verbale-gold events`: the events of sentences as records, for the scripts that score them.
struct EventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events", abstract: "Writes the events of each document as a record, JSON Lines.")

  @Argument(help: "Documents with id and text, JSON Lines.") var documents: String
  @Flag(help: "Write the trees to standard error.") var trees = false

  func run() throws {
    struct Document: Decodable { let id, text: String }
    struct Line: Encodable {
      let id, text: String
      var actors: [String] = []
      let events: [Event]
    }
    let parser = try EnglishParser.shared()
    let reader = EventReader()
    let casting = CastReader()
    let encoder = JSONEncoder()
    for line in try String(contentsOfFile: documents, encoding: .utf8).split(separator: "\n") {
      let document = try JSONDecoder().decode(Document.self, from: Data(line.utf8))
      let parsed = parser.parse(SourceText(document.text))
      if trees {
        for sentence in parsed.sentences {
          let written = CoNLLU.write([CoNLLUSentence(sentence, in: parsed.text)])
          FileHandle.standardError.write(Data(written.utf8))
        }
      }
      let events = reader.read(parsed, cast: casting.read(parsed)).map { found in
        let telling = found.tellings[0]
        return Event(
          type: found.type, mode: found.mode, actorSpans: found.actorSpans,
          recipientSpans: found.recipientSpans, trigger: telling.trigger, words: telling.words,
          status: telling.factuality.status, certainty: telling.factuality.certainty,
          polarity: telling.factuality.polarity, tense: telling.factuality.tense,
          by: found.by + ", " + telling.factuality.by)
      }
      let record = Line(id: document.id, text: document.text, events: events)
      print(String(decoding: try encoder.encode(record), as: UTF8.self))
    }
  }
}
