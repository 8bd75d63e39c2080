import Text

extension Record {
  /// What is wrong with the record beyond what its schema can say: spans outside the text, blocks
  /// that overlap or leave words out, ids that nobody has, a future or possible act told as done.
  /// Empty for every record that Verbale writes.
  public func violations() -> [String] {
    let text = SourceText(text)
    return blockViolations(in: text) + spanViolations(in: text) + idViolations()
      + statusViolations()
  }

  private func blockViolations(in text: SourceText) -> [String] {
    var found: [String] = []
    var end = 0
    for block in blocks {
      guard block.span.start >= end, block.span.end <= text.count else {
        found.append("block \(block.kind.rawValue) \(block.span) overlaps or is out of order")
        continue
      }
      if text.hasWords(in: Span(end, block.span.start)) {
        found.append("words before \(block.span) are in no block")
      }
      end = block.span.end
    }
    if document.state != .refused && text.hasWords(in: Span(end, text.count)) {
      found.append("words after \(end) are in no block")
    }
    return found
  }

  private func spanViolations(in text: SourceText) -> [String] {
    var spans: [(String, Span)] = []
    for actor in actors {
      spans += (actor.mentions + actor.roles.map(\.span)).map { (actor.id, $0) }
    }
    for attribution in attributions {
      spans += (attribution.source + attribution.cue + attribution.content).map {
        (attribution.id, $0)
      }
      spans += [attribution.channel?.span, attribution.date?.span].compactMap { $0 }.map {
        (attribution.id, $0)
      }
    }
    for event in events {
      spans += (event.actorSpans + event.recipientSpans + event.trigger + [event.words]).map {
        (event.id, $0)
      }
      let size = [event.size.dead, event.size.injured, event.size.arrested, event.size.other]
      spans += ([event.date?.span, event.place?.span] + size.map { $0?.span }).compactMap { $0 }
        .map { (event.id, $0) }
    }
    var found = spans.filter { $0.1.isEmpty || $0.1.end > text.count }.map {
      "\($0.0): the span \($0.1) is empty or outside the text"
    }
    for event in events {
      let dates = [event.date].compactMap { $0 }
      for date in dates where !text.says(date.text, at: date.span) {
        found.append("\(event.id): the date's words are not at \(date.span)")
      }
      if let place = event.place, !text.says(place.text, at: place.span) {
        found.append("\(event.id): the place's words are not at \(place.span)")
      }
    }
    for actor in actors {
      for role in actor.roles where !text.says(role.title, at: role.span) {
        found.append("\(actor.id): the role's words are not at \(role.span)")
      }
    }
    return found
  }

  private func idViolations() -> [String] {
    let actorIDs = Set(actors.map(\.id))
    let attributionIDs = Set(attributions.map(\.id))
    var found: [String] = []
    for attribution in attributions {
      if let speaker = attribution.speaker, !actorIDs.contains(speaker) {
        found.append("\(attribution.id): no actor \(speaker)")
      }
      if let outer = attribution.within, !attributionIDs.contains(outer) {
        found.append("\(attribution.id): no attribution \(outer)")
      }
    }
    for event in events {
      found += (event.actors + event.recipients).filter { !actorIDs.contains($0) }.map {
        "\(event.id): no actor \($0)"
      }
      found += (event.authority + event.mentions.flatMap(\.authority))
        .filter { !attributionIDs.contains($0) }.map { "\(event.id): no attribution \($0)" }
    }
    return found
  }

  private func statusViolations() -> [String] {
    events.filter {
      $0.status.isFact && ($0.polarity == .negative || $0.tense == .future)
    }.map { "\($0.id): told as \($0.status.rawValue), though not so or not yet" }
  }
}

extension SourceText {
  /// Whether the words stand at the span, a line break counting as a space.
  fileprivate func says(_ words: String, at span: Span) -> Bool {
    func parted(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
    return span.end <= count && parted(self[span]) == parted(words)
  }

  /// Whether anything but white space stands in the span.
  fileprivate func hasWords(in span: Span) -> Bool {
    span.start < span.end
      && self[span].unicodeScalars.contains { !$0.properties.isWhitespace }
  }
}
