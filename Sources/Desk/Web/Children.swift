import Mustache

// What pages hold hundreds of tells templates its members itself: by reflection, which Mustache uses
// for all else, a page of fifty lines took a tenth of a second.

extension LineView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "id": id
    case "status": status
    case "statusWord": statusWord
    case "type": type
    case "typeHelp": typeHelp
    case "who": who
    case "cue": cue
    case "whom": whom
    case "quoted": quoted
    case "facts": facts
    case "hasFacts": hasFacts
    case "plain": plain
    case "address": address
    case "reportAddress": reportAddress
    case "reportTitle": reportTitle
    case "published": published
    case "mailto": mailto
    case "isLit": isLit
    case "isNobody": isNobody
    default: nil
    }
  }
}

extension Fact: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "label": label
    case "value": value
    case "note": note
    case "href": href
    case "time": time
    default: nil
    }
  }
}

extension Moment: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "machine": machine
    case "shown": shown
    default: nil
    }
  }
}

extension LineList.Day: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "name": self.name
    case "reports": reports
    default: nil
    }
  }
}

extension LineList.Report: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "title": title
    case "href": href
    case "published": published
    case "lines": lines
    default: nil
    }
  }
}

extension TextPane.Block: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "kind": kind
    case "kindWords": kindWords
    case "why": why
    case "isFurniture": isFurniture
    case "segments": segments
    default: nil
    }
  }
}

extension TextPane.Segment: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "text": text
    case "lines": lines
    case "href": href
    case "isLit": isLit
    case "isFirstLit": isFirstLit
    default: nil
    }
  }
}
