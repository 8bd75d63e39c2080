public import Mentions
public import Records
public import Syntax
import Text

/// Finds who says what in a parsed report: source, cue and content of every attribution, its form,
/// its channel, and the entity that speaks.
///
/// Which words report, and what part the phrases beside them play, is decided by a model learned
/// from PolNeAR where it is built in, else by our own lexicon and rules; every attribution says in
/// `by` which it was.
public struct AttributionReader: Sendable {
  private let finder: ProposalFinder

  /// A reader with the model that is built in, or with rules alone where there is none.
  ///
  /// - Parameter usesModel: false for rules alone, also where a model is built in.
  public init(usesModel: Bool = true) {
    if usesModel, let model = LearnedModel.shipped {
      self.init(decider: LearnedDecider(model: model, network: RoleNetwork.shipped))
    } else {
      self.init(decider: RuleDecider())
    }
  }

  package init(decider: any Decider) {
    finder = ProposalFinder(decider: decider)
  }

  /// Finds the attributions of a report, in text order of their cues.
  ///
  /// - Parameter blocks: the parts of the page; only what `BlockKind.isRead` allows is read. A
  ///   sentence outside every block counts as body.
  public func read(_ parsed: ParsedText, cast: Cast, blocks: [Block]) -> [FoundAttribution] {
    let report = Report(parsed, blocks: blocks, network: finder.decider.network)
    let lexicon = CueLexicon.nested
    let forms = FormReader(report: report)
    func draft(_ proposal: Proposal, within quotation: Int = -1) -> Draft {
      let word = report.passages[proposal.passage].sentence[proposal.token]
      let form = forms.form(of: proposal.content, cue: proposal.cue, within: quotation)
      let head = proposal.sourceHead.map { TokenAddress(proposal.passage, $0) }
      return Draft(
        source: proposal.source, cue: proposal.cue, content: proposal.content, by: proposal.by,
        kind: kind(of: word, form: form, lexicon),
        cueHead: TokenAddress(proposal.passage, proposal.token),
        sourceHead: proposal.source.isEmpty ? nil : head, form: form)
    }
    var drafts = finder.proposals(in: report).map { draft($0) }
    Transcript(report: report, lexicon: .standard).attach(to: &drafts)
    Signatures(report: report).attach(to: &drafts)
    StandAloneQuotations(report: report).attach(to: &drafts)
    Nesting.dropHeld(&drafts)
    let nested = NestedFinder(decider: finder.decider).proposals(within: drafts, in: report)
    drafts += nested.map {
      draft($0, within: report.passages[$0.passage].quotation[$0.token])
    }
    let channels = ChannelReader(report: report, lexicon: .standard)
    channels.settle(&drafts)
    let sources = SourceReader(report: report, cast: cast)
    sources.settle(&drafts)
    Nesting.sort(&drafts)
    Nesting.settle(&drafts)
    sources.settleFirstPersons(&drafts)
    channels.settleDocuments(&drafts, cast)
    channels.carryOn(&drafts)
    return drafts.map(FoundAttribution.init)
  }

  /// Speech or attitude: by the lexicon, else speech where words are quoted.
  private func kind(
    of word: Token, form: Attribution.Form, _ lexicon: CueLexicon
  ) -> Attribution.Kind {
    let entry =
      lexicon.entry(lemma: word.lemma, part: word.upos)
      ?? CueLexicon.standard.entry(lemma: word.lemma, part: word.upos)
    if let entry { return entry.kind }
    if word.upos == .punct || word.lemma == "according" || word.form.lowercased() == "according" {
      return .speech
    }
    return form == .indirect ? .attitude : .speech
  }
}

extension FoundAttribution {
  init(_ draft: Draft) {
    self.init(
      attribution: Attribution(
        source: draft.source, cue: draft.cue, content: draft.content, form: draft.form,
        sourceKind: draft.sourceKind, inferred: draft.anchor != nil, kind: draft.kind,
        channel: draft.channel, by: draft.by),
      entity: draft.entity, within: draft.within)
  }
}
