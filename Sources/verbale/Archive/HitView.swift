import Archive
import Text

/// An item of an answer as a person reads it.
struct HitView {
  let style: Style
  let width: Int
  /// How far the second and later lines are set in.
  var indent = 2

  /// The item on one or more lines, without the last line break.
  func rendered(_ hit: SearchHit) -> String {
    let document = hit.document
    let day = document.published.map { String($0.prefix(10)) }
    let place = ["\(document.id)\(hit.line.map { "." + $0 } ?? "")", day]
      .compactMap { $0 }.joined(separator: ", ")
    let title = document.title ?? document.address
    let words = "“\(marked(hit))”"
    let head = facts(hit).map { $0 + " " } ?? ""
    let line =
      hit.unit == .report
      ? "\(style.bold(title)) \(style.dim("[\(place)]"))\n"
        + String(repeating: " ", count: indent)
        + Paragraph.wrapped(words, indent: indent, width: width)
      : Paragraph.wrapped(
        head + words + " " + style.dim("\(title) [\(place)]"), indent: indent, width: width)
    return line
  }

  private func facts(_ hit: SearchHit) -> String? {
    guard let facts = hit.facts else { return nil }
    if hit.unit == .attribution {
      let form = [facts.form, facts.channel].compactMap { $0 }.joined(separator: ", ")
      return style.name(facts.speaker?.name ?? facts.source ?? "unwritten") + " (\(form))"
    }
    let status = facts.status ?? ""
    let isFact = status == "happened" || status == "ongoing"
    func named(_ parties: [LineFacts.Party]) -> String {
      style.name(parties.map(\.name).joined(separator: ", "))
    }
    let to = facts.recipients.isEmpty ? "" : " → " + named(facts.recipients)
    let days = [facts.firstDay, facts.lastDay == facts.firstDay ? nil : facts.lastDay]
      .compactMap { $0 }.joined(separator: " to ")
    return [
      isFact ? style.good(status) : style.open(status), facts.type ?? "", facts.mode ?? "",
      (facts.actors.isEmpty ? "?" : named(facts.actors)) + to,
      [days, facts.place ?? ""].filter { !$0.isEmpty }.joined(separator: ", "),
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The words with those that the query asked for in bold.
  private func marked(_ hit: SearchHit) -> String {
    let text = SourceText(hit.words)
    var marked = ""
    var end = 0
    for match in hit.matches {
      marked += text[Span(end, match.start)] + style.bold(text[match])
      end = match.end
    }
    return marked + text[Span(end, text.count)]
  }
}
