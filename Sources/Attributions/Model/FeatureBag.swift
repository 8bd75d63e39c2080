/// Features of one decision as hashes; every one carries the number of its template.
package struct FeatureBag: Sendable {
  package private(set) var features: [UInt32] = []

  package init() { features.reserveCapacity(96) }

  package mutating func clear() { features.removeAll(keepingCapacity: true) }

  @inline(__always)
  package mutating func add(_ template: UInt32, _ a: UInt32) {
    features.append(FeatureHash.mix(template, a))
  }

  @inline(__always)
  package mutating func add(_ template: UInt32, _ a: UInt32, _ b: UInt32) {
    features.append(FeatureHash.mix(FeatureHash.mix(template, a), b))
  }

  @inline(__always)
  package mutating func add(_ template: UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32) {
    features.append(FeatureHash.mix(FeatureHash.mix(FeatureHash.mix(template, a), b), c))
  }
}
