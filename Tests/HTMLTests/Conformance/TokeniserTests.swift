import Foundation
import HTML
import Testing

@Suite(.enabled(if: StandardTests.areAvailable, "the standard's tests are not beside the package"))
struct TokeniserTests {
  @Test func tokensAreTheStandards() throws {
    var passed = 0
    var failed: [String] = []
    for file in try StandardTests.files("tokenizer", suffix: ".test") {
      let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
      let tests = (object as? [String: Any])?["tests"] as? [[String: Any]] ?? []
      for test in tests {
        for state in test["initialStates"] as? [String] ?? ["Data state"] {
          guard let found = tokens(of: test, in: state), let expected = expected(test) else {
            continue
          }
          if found == expected {
            passed += 1
          } else {
            failed.append("\(test["description"] ?? ""), \(state): \(found), not \(expected)")
          }
        }
      }
    }
    print("tokens: \(passed) of \(passed + failed.count)")
    #expect(passed > 6000)
    #expect(failed.isEmpty, "\(failed.prefix(20).joined(separator: "\n"))")
  }

  /// Input and output of some tests are escaped once more; those that hold half a surrogate pair
  /// cannot be written as bytes and are left out.
  private func unescaped(_ string: String, _ test: [String: Any]) -> String? {
    guard test["doubleEscaped"] as? Bool == true else { return string }
    let json = "[\"" + string.replacing("\"", with: "\\\"") + "\"]"
    let value = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String]
    guard let result = value?.first, !string.contains("\\uD"), !string.contains("\\ud") else {
      return nil
    }
    return result
  }

  private func expected(_ test: [String: Any]) -> [String]? {
    var result: [String] = []
    var characters = ""
    func flush() {
      if !characters.isEmpty { result.append("characters \(characters)") }
      characters = ""
    }
    for token in test["output"] as? [[Any]] ?? [] {
      let texts = token.map { ($0 as? String).flatMap { unescaped($0, test) } }
      switch token[0] as? String {
      case "Character":
        guard let text = texts[1] else { return nil }
        characters += text
        continue
      case "StartTag":
        flush()
        let attributes = token[2] as? [String: String] ?? [:]
        result.append(
          tag("<", texts[1], attributes, closes: token.count > 3 && token[3] as? Bool == true))
      case "EndTag":
        flush()
        result.append(tag("</", texts[1], [:], closes: false))
      case "Comment":
        flush()
        result.append("comment \(texts[1] ?? "")")
      default:
        flush()
        result.append(doctype(texts[1], texts[2], texts[3], correct: token[4] as? Bool == true))
      }
    }
    flush()
    return result
  }

  private func tokens(of test: [String: Any], in state: String) -> [String]? {
    guard let input = (test["input"] as? String).flatMap({ unescaped($0, test) }) else {
      return nil
    }
    var tokeniser = Tokeniser(Array(input.utf8))
    let last = test["lastStartTag"] as? String
    switch state {
    case "RCDATA state": tokeniser.start(in: .rcdata, after: last)
    case "RAWTEXT state": tokeniser.start(in: .rawText, after: last)
    case "Script data state": tokeniser.start(in: .scriptData, after: last)
    case "PLAINTEXT state": tokeniser.start(in: .plainText, after: last)
    case "CDATA section state": tokeniser.startInCDATA()
    default: break
    }
    var result: [String] = []
    var characters = ""
    while true {
      tokeniser.advance()
      if tokeniser.token.kind == .characters {
        characters += tokeniser.tokenText
        continue
      }
      if !characters.isEmpty { result.append("characters \(characters)") }
      characters = ""
      switch tokeniser.token.kind {
      case .endOfFile: return result
      case .startTag:
        result.append(
          tag(
            "<", tokeniser.tokenName, tokeniser.tokenAttributes,
            closes: tokeniser.token.isSelfClosing))
      case .endTag: result.append(tag("</", tokeniser.tokenName, [:], closes: false))
      case .comment: result.append("comment \(tokeniser.tokenText)")
      default:
        let found = tokeniser.tokenDoctype
        result.append(
          doctype(tokeniser.tokenName, found.public, found.system, correct: !found.forcesQuirks))
      }
    }
  }

  private func tag(
    _ opening: String, _ name: String?, _ attributes: [String: String], closes: Bool
  ) -> String {
    let written = attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\"\($0.value)\"" }
    return "\(opening)\(name ?? "")\(written.joined())\(closes ? "/" : "")>"
  }

  private func doctype(
    _ name: String?, _ publicID: String?, _ systemID: String?, correct: Bool
  ) -> String {
    "doctype \(name ?? "nil") \(publicID ?? "nil") \(systemID ?? "nil") \(correct)"
  }
}
