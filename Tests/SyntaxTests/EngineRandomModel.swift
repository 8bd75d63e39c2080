import Foundation

import Syntax

/// Writes small model files with random weights: what they find means nothing, but it is found the
/// same way as with trained weights.
struct RandomModel {
  var names = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
  var upos = ["NOUN", "VERB", "DET"]
  private var generator: SeededGenerator
  private var entries: [[String: Any]] = []
  private var data: [UInt8] = []

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// The bytes of a model: two layers of 16, all heads, tensors of all types.
  mutating func bytes() -> [UInt8] {
    let (vectorWidth, width, arc, relation, relations) = (16, 32, 32, 16, 4)
    addHashed("word", ["the", "dog", "barks", "they", "went"], 16)
    for table in ["initial", "prefix", "ending", "suffix", "shape", "gram"] {
      add(table + ".embedding", "i8", [20, 8])
    }
    addHashed("vector", ["dog", "cat"], 10)
    add("mix.weight", "f16", [3 * vectorWidth, 74])
    add("mix.bias", "f32", [3 * vectorWidth])
    add("mix.norm.weight", "f32", [vectorWidth])
    add("mix.norm.bias", "f32", [vectorWidth])
    for (layer, inputs) in [(0, vectorWidth), (1, width)] {
      for direction in ["forward", "backward"] {
        add("lstm.\(layer).\(direction).input", "f16", [64, inputs])
        add("lstm.\(layer).\(direction).recurrent", "i8", [64, 16])
        add("lstm.\(layer).\(direction).bias", "f32", [64])
      }
    }
    addLinear("input", 6, vectorWidth)
    add("root", "f32", [width])
    addLinear("arc.head", width, arc)
    addLinear("arc.dependent", width, arc)
    add("arc.bilinear", "f32", [arc + 1, arc])
    addLinear("arc.distance.head", arc, 7)
    addLinear("arc.distance.dependent", arc, 7)
    addLinear("relation.head", width, relation)
    addLinear("relation.dependent", width, relation)
    add("relation.bilinear", "f16", [relations, relation + 1, relation + 1])
    addLinear("upos", width, upos.count)
    addLinear("xpos", width, 2)
    addLinear("features", width, 2)
    addLinear("lemmas", width + vectorWidth, 3)
    addLinear("names.hidden", width, 16)
    addLinear("names", 16, names.count)
    return file()
  }

  private func file() -> [UInt8] {
    let header: [String: Any] = [
      "name": "random", "version": "1",
      "config": ["layers": 2, "grams": ["sizes": [3, 4], "most": 9], "distances": [1, 2, 5]],
      "labels": [
        "upos": upos, "xpos": ["NN", "VB"], "features": ["_", "Number=Sing"],
        "lemmas": ["k-0+", "K-0+", "k-1+y"], "relations": ["root", "nsubj", "obj", "punct"],
        "names": names,
      ],
      "tensors": entries,
    ]
    let json =
      (try? JSONSerialization.data(withJSONObject: header, options: .sortedKeys)) ?? Data()
    var file = Array("VRBLMDL1".utf8)
    for shift in [0, 8, 16, 24] { file.append(UInt8(json.count >> shift & 255)) }
    file += json
    file += [UInt8](repeating: 0, count: (64 - file.count % 64) % 64)
    return file + data
  }

  private mutating func addLinear(_ name: String, _ inputs: Int, _ outputs: Int) {
    add(name + ".weight", "f16", [outputs, inputs])
    add(name + ".bias", "f32", [outputs])
  }

  private mutating func addHashed(_ name: String, _ words: [String], _ width: Int) {
    let hashes = words.map { FNV.hash($0.utf8) }.sorted()
    add(name + ".embedding", "i8", [words.count + 1, width])
    append(name + ".hashes", "u64", [words.count], nil, hashes.flatMap { littleEndian($0) })
  }

  private mutating func add(_ name: String, _ type: String, _ shape: [Int]) {
    let count = shape.reduce(1, *)
    let numbers = generator.floats(count)
    switch type {
    case "i8":
      let scales = [Float](repeating: 0.01, count: shape[0])
      append(
        name + ".scale", "f32", [shape[0]], nil, scales.flatMap { littleEndian($0.bitPattern) })
      append(name, "i8", shape, name + ".scale", numbers.map { UInt8(bitPattern: Int8($0 * 100)) })
    case "f16": append(name, "f16", shape, nil, numbers.flatMap { littleEndian(half($0)) })
    default: append(name, "f32", shape, nil, numbers.flatMap { littleEndian($0.bitPattern) })
    }
  }

  private mutating func append(
    _ name: String, _ type: String, _ shape: [Int], _ scale: String?, _ bytes: [UInt8]
  ) {
    data += [UInt8](repeating: 0, count: (64 - data.count % 64) % 64)
    var entry: [String: Any] = [
      "name": name, "type": type, "shape": shape, "offset": data.count,
    ]
    entry["scale"] = scale
    entries.append(entry)
    data += bytes
  }

  /// The bits of a half, cut rather than rounded, for numbers of -1 to 1.
  private func half(_ number: Float) -> UInt16 {
    let scaled = (number.magnitude * 0x1p-112).bitPattern >> 13
    return UInt16(scaled) | (number < 0 ? 0x8000 : 0)
  }

  private func littleEndian<T: FixedWidthInteger>(_ number: T) -> [UInt8] {
    (0..<T.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> T($0 * 8)) }
  }
}
