#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A model file that has been checked: every tensor it names lies within its bytes.
struct ModelFile: Sendable {
  let header: ModelHeader
  private let tensors: [String: Tensor]

  /// Reads the header.
  ///
  /// - Throws: `SyntaxError.unusableModel` where the file is cut short, garbled or of another
  ///   kind.
  init(_ bytes: ModelBytes) throws(SyntaxError) {
    let dataStart: Int
    (header, dataStart) = try Self.readHeader(bytes)
    var places: [String: (entry: ModelHeader.Entry, element: Tensor.Element)] = [:]
    for entry in header.tensors {
      guard let element = Tensor.Element(rawValue: entry.type) else {
        throw .unusableModel("tensor \(entry.name) has the unknown type \(entry.type)")
      }
      guard Self.fits(entry, element, room: bytes.count - dataStart) else {
        throw .unusableModel("tensor \(entry.name) lies outside the file")
      }
      guard places.updateValue((entry, element), forKey: entry.name) == nil else {
        throw .unusableModel("there are two tensors \(entry.name)")
      }
    }
    var tensors: [String: Tensor] = [:]
    for (name, (entry, element)) in places {
      var scaleOffset: Int?
      if element == .i8 {
        guard let scale = entry.scale.flatMap({ places[$0] }), scale.element == .f32,
          scale.entry.shape == [entry.shape[0]]
        else { throw .unusableModel("tensor \(name) lacks its scales") }
        scaleOffset = dataStart + scale.entry.offset
      }
      tensors[name] = Tensor(
        name: name, element: element, shape: entry.shape, bytes: bytes,
        offset: dataStart + entry.offset, scaleOffset: scaleOffset)
    }
    self.tensors = tensors
  }

  /// A tensor of numbers with the given number of dimensions, or nil where the model has none.
  func numbers(_ name: String, dimensions: Int) throws(SyntaxError) -> Tensor? {
    guard let tensor = tensors[name] else { return nil }
    guard tensor.element.isFloat, tensor.shape.count == dimensions else {
      throw .unusableModel("tensor \(name) is of another kind or shape")
    }
    return tensor
  }

  /// A tensor of numbers of this shape.
  func numbers(_ name: String, shape: [Int]) throws(SyntaxError) -> Tensor {
    guard let tensor = try numbers(name, dimensions: shape.count) else {
      throw .unusableModel("tensor \(name) is missing")
    }
    guard tensor.shape == shape else {
      throw .unusableModel("tensor \(name) has the shape \(tensor.shape), not \(shape)")
    }
    return tensor
  }

  /// A tensor of hashes, one a word.
  func hashes(_ name: String, count: Int) throws(SyntaxError) -> Tensor {
    guard let tensor = tensors[name], tensor.element == .u64, tensor.shape == [count] else {
      throw .unusableModel("tensor \(name) is missing or of another shape than [\(count)]")
    }
    return tensor
  }

  private static func readHeader(_ bytes: ModelBytes) throws(SyntaxError) -> (ModelHeader, Int) {
    let prefix = 12
    guard bytes.count >= prefix else { throw .unusableModel("the file is cut short") }
    let file = unsafe UnsafeRawBufferPointer(start: bytes.start, count: bytes.count)
    guard unsafe file.prefix(8).elementsEqual("VRBLMDL1".utf8) else {
      throw .unusableModel("it doesn't start with VRBLMDL1")
    }
    let length = unsafe Int(UInt32(littleEndian: file.load(fromByteOffset: 8, as: UInt32.self)))
    guard length <= bytes.count - prefix else { throw .unusableModel("the header is cut short") }
    let header: ModelHeader
    do {
      let json = unsafe Data(file[prefix..<prefix + length])
      header = try JSONDecoder().decode(ModelHeader.self, from: json)
    } catch {
      throw .unusableModel("the header can't be read")
    }
    let dataStart = (prefix + length + 63) / 64 * 64
    guard dataStart <= bytes.count else { throw .unusableModel("the file holds no tensors") }
    return (header, dataStart)
  }

  private static func fits(
    _ entry: ModelHeader.Entry, _ element: Tensor.Element, room: Int
  ) -> Bool {
    guard !entry.shape.isEmpty, entry.shape.allSatisfy({ 0 < $0 }), 0 <= entry.offset,
      entry.offset % 64 == 0
    else { return false }
    var size = element.size
    for dimension in entry.shape {
      let (product, overflows) = size.multipliedReportingOverflow(by: dimension)
      if overflows || product > room { return false }
      size = product
    }
    return entry.offset <= room - size
  }
}
