/// The header of a model file; `FORMAT.md` of the target EnglishModel says what each part means.
struct ModelHeader: Codable, Sendable {
  struct Configuration: Codable, Sendable {
    struct Grams: Codable, Sendable {
      let sizes: [Int]
      let most: Int
    }
    let layers: Int
    let grams: Grams?
    let distances: [Int]?
  }

  struct Labels: Codable, Sendable {
    let upos: [String]?
    let xpos: [String]?
    let features: [String]?
    let lemmas: [String]?
    let relations: [String]
    let names: [String]?
  }

  struct Entry: Codable, Sendable {
    let name: String
    let type: String
    let shape: [Int]
    let offset: Int
    let scale: String?
  }

  let name: String
  let version: String
  let words: String?
  let config: Configuration
  let labels: Labels
  let tensors: [Entry]
}
