import Records
import Text

/// Who acts towards whom, over many records, as a graph in GEXF 1.3: actors are nodes, acts of one
/// type and status between two of them are an edge whose weight is their number.
///
/// Two actors of different records are one node when name, kind and country are the same.
struct ActorNetwork {
  private struct Node: Hashable {
    let name: String
    let kind: String
    let country: String
  }

  private struct Edge: Hashable {
    let from: Int
    let to: Int
    let type: String
    let status: String
  }

  private var nodes: [Node] = []
  private var numbers: [Node: Int] = [:]
  private var edges: [Edge] = []
  private var weights: [Edge: Int] = [:]

  /// Adds the events of a record that have an actor and a recipient.
  mutating func add(_ record: Record) {
    let index = RecordIndex(record)
    for event in record.events {
      let actors = event.actors.compactMap { index.actor($0) }.map { number(of: $0) }
      let recipients = event.recipients.compactMap { index.actor($0) }.map { number(of: $0) }
      for from in actors {
        for to in recipients where from != to {
          let edge = Edge(
            from: from, to: to, type: event.type.rawValue, status: event.status.rawValue)
          if weights[edge] == nil { edges.append(edge) }
          weights[edge, default: 0] += 1
        }
      }
    }
  }

  private mutating func number(of actor: Actor) -> Int {
    let node = Node(name: actor.name, kind: actor.kind.rawValue, country: actor.country ?? "")
    if let number = numbers[node] { return number }
    numbers[node] = nodes.count
    nodes.append(node)
    return nodes.count - 1
  }

  /// The graph.
  var gexf: String {
    var xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" version="1.3">
        <graph defaultedgetype="directed">
          <attributes class="node">
            <attribute id="kind" title="kind" type="string"/>
            <attribute id="country" title="country" type="string"/>
          </attributes>
          <attributes class="edge">
            <attribute id="type" title="type" type="string"/>
            <attribute id="status" title="status" type="string"/>
          </attributes>
          <nodes>

      """
    for (number, node) in nodes.enumerated() {
      xml += """
              <node id="\(number)" label="\(escaped(node.name))"><attvalues>\
        <attvalue for="kind" value="\(node.kind)"/>\
        <attvalue for="country" value="\(node.country)"/></attvalues></node>

        """
    }
    xml += "    </nodes>\n    <edges>\n"
    for (number, edge) in edges.enumerated() {
      xml += """
              <edge id="\(number)" source="\(edge.from)" target="\(edge.to)" \
        weight="\(weights[edge] ?? 0)" kind="\(edge.type) \(edge.status)"><attvalues>\
        <attvalue for="type" value="\(edge.type)"/>\
        <attvalue for="status" value="\(edge.status)"/></attvalues></edge>

        """
    }
    return xml + "    </edges>\n  </graph>\n</gexf>\n"
  }

  private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      // XML 1.0 has no place for other controls.
      case _ where scalar.value < 0x20 || scalar.value & 0xFFFE == 0xFFFE: escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
