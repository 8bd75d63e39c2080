/// One case of a tree construction file.
struct TreeCase {
  var data: [UInt8] = []
  var context: String?
  var needsScripting = false
  var document = ""

  /// Reads the cases of a `.dat` file.
  static func read(_ bytes: [UInt8]) -> [TreeCase] {
    var cases: [TreeCase] = []
    var section = ""
    var lines: [String: [[UInt8]]] = [:]
    func flush() {
      guard let data = lines["#data"], var tree = lines["#document"] else { return }
      while tree.last?.isEmpty == true { tree.removeLast() }
      var test = TreeCase()
      test.data = Array(data.joined(separator: [0x0A]))
      test.context = lines["#document-fragment"]?.first.map { String(decoding: $0, as: UTF8.self) }
      test.needsScripting = lines["#script-on"] != nil
      test.document = String(decoding: Array(tree.joined(separator: [0x0A])), as: UTF8.self)
      cases.append(test)
    }
    let headings = [
      "#data", "#errors", "#new-errors", "#document-fragment", "#document", "#script-off",
      "#script-on",
    ]
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let word = line.count < 20 ? String(decoding: line, as: UTF8.self) : ""
      if headings.contains(word), !(section == "#data" && word == "#data") {
        if word == "#data" {
          flush()
          lines = [:]
        }
        section = word
        lines[section] = lines[section] ?? []
      } else {
        lines[section, default: []].append(Array(line))
      }
    }
    flush()
    return cases
  }
}
