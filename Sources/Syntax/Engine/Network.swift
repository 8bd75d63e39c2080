/// The whole network: words in, tagged trees with names out.
struct Network: Sendable {
  private let kernels: Kernels
  let embedder: WordEmbedder
  private let encoder: Encoder
  private let arcs: ArcScorer
  private let relations: RelationScorer
  private let slots: ArgumentSlots
  private let upos: Tagger?
  private let xpos: Tagger?
  private let features: Tagger?
  private let lemmas: Tagger?
  private let names: Tagger?
  private let nameDecoder: NameDecoder
  private let labels: LabelSet
  private let pool = Pool<Scratch>()

  /// Words in a batch, about: few enough for the cache, enough to fill the kernels.
  private static let batchSize = 1024

  /// The memory of one call.
  private struct Scratch: Sendable, Emptiable {
    let vectors = Bytes()
    let vectorScales = Floats()
    let encoding = Bytes()
    let encoder = Encoder.Scratch()
    let arcs = ArcScorer.Scratch()
    let relations = RelationScorer.Scratch()
    let tagger = Tagger.Scratch()
  }

  /// A network whose words are embedded by another network's embedder, where one is given.
  init(
    model: ModelFile, kernels: Kernels, embedder shared: WordEmbedder? = nil
  ) throws(SyntaxError) {
    self.kernels = kernels
    let embedder = if let shared { shared } else { try WordEmbedder(model: model) }
    let encoder = try Encoder(inputs: embedder.width, model: model)
    let labels = model.header.labels
    func tagger(_ name: String, _ labels: [String]?) throws(SyntaxError) -> Tagger? {
      try Tagger(
        name, labels: labels?.count, encodingWidth: encoder.width, vectorWidth: embedder.width,
        in: model)
    }
    upos = try tagger("upos", labels.upos)
    xpos = try tagger("xpos", labels.xpos)
    features = try tagger("features", labels.features)
    lemmas = try tagger("lemmas", labels.lemmas)
    names = try tagger("names", labels.names)
    arcs = try ArcScorer(encodingWidth: encoder.width, model: model)
    relations = try RelationScorer(
      relations: labels.relations, encodingWidth: encoder.width, model: model)
    let nameLabels = labels.names ?? []
    guard nameLabels.count <= 255 else { throw .unusableModel("it has too many name labels") }
    var transitions: [Float] = []
    if try model.numbers("names.transitions", dimensions: 2) != nil {
      let shape = [nameLabels.count, nameLabels.count]
      transitions = try model.numbers("names.transitions", shape: shape).numbers
    }
    nameDecoder = NameDecoder(labels: nameLabels, learned: transitions)
    self.labels = LabelSet(labels)
    slots = ArgumentSlots(arcs: arcs, relations: relations, slots: self.labels.slots)
    self.embedder = embedder
    self.encoder = encoder
  }

  /// Parses sentences; empty ones are left out.
  func parse(_ sentences: [[Token]]) -> [Sentence] {
    var pieces: [(tokens: [Token], names: [Name])] = []
    var pieceCounts: [Int] = []
    for sentence in sentences where !sentence.isEmpty {
      let windows = Windows.cut(sentence)
      pieces += windows.map { (Array(sentence[$0]), []) }
      pieceCounts.append(windows.count)
    }
    let scratch = pool.take()
    defer { pool.put(scratch) }
    let batches = Batch.batches(lengths: pieces.map { $0.tokens.count }, size: Self.batchSize)
    for batch in batches { read(batch, &pieces, scratch) }
    var next = 0
    return pieceCounts.map { count in
      defer { next += count }
      return count == 1
        ? Sentence(tokens: pieces[next].tokens, names: pieces[next].names)
        : Windows.join(Array(pieces[next..<next + count]))
    }
  }

  private func read(
    _ batch: Batch, _ pieces: inout [(tokens: [Token], names: [Name])], _ scratch: Scratch
  ) {
    let words = batch.sentences.flatMap { pieces[$0].tokens.map(\.form) }
    let width = embedder.width
    let vectors = unsafe scratch.vectors.room(batch.rows * width)
    let scales = unsafe scratch.vectorScales.room(batch.rows)
    unsafe embedder.embed(words, into: vectors, scales: scales, kernels)
    let vectorRows = unsafe ByteRows(start: vectors, stride: width, scales: scales, scaleStep: 1)
    let encoding = unsafe scratch.encoding.room(batch.rows * encoder.width)
    unsafe encoder.encode(batch, vectorRows, into: encoding, scratch.encoder, kernels)
    let encoded = unsafe Encoder.rows(encoding, width: encoder.width)
    let input = Tagger.Input(rows: batch.rows, encoding: encoded, vectors: vectorRows)
    let upos = upos?.labels(input, scratch.tagger, kernels)
    let xpos = xpos?.labels(input, scratch.tagger, kernels)
    let features = features?.labels(input, scratch.tagger, kernels)
    let lemmas = lemmas?.labels(input, scratch.tagger, kernels)
    var heads = arcs.heads(batch, encoded, scratch.arcs, kernels)
    var relations = relations.relations(
      batch, heads: heads, encoded, scratch.relations, kernels)
    slots.settle(batch, &heads, &relations, scratch.arcs, scratch.relations, kernels)
    for (start, sentence) in zip(batch.starts, batch.sentences) {
      for index in pieces[sentence].tokens.indices {
        let row = start + index
        labels.fill(
          &pieces[sentence].tokens[index], upos: upos?[row], xpos: xpos?[row],
          features: features?[row], lemma: lemmas?[row], relation: relations[row])
        pieces[sentence].tokens[index].head = heads[row] - 1
      }
    }
    guard let names else { return }
    let scores = unsafe names.scores(input, scratch.tagger, kernels)
    for (start, (sentence, length)) in zip(batch.starts, zip(batch.sentences, batch.lengths)) {
      pieces[sentence].names = unsafe nameDecoder.names(
        scores + start * names.stride, stride: names.stride, count: length)
    }
  }
}
