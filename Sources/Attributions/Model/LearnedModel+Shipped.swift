import AttributionModel

extension LearnedModel {
  /// The model that is built in; nil in a build without its file.
  package static let shipped: LearnedModel? = {
    guard let start = unsafe attribution_model_bytes() else { return nil }
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: attribution_model_size())
    return LearnedModel(encoded: unsafe [UInt8](bytes))
  }()
}
