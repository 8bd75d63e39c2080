import Fuzzing
import Syntax

// Any bytes: an error that tells the line, or sentences that are the same when written and read
// again.
fuzz { bytes in
  guard let sentences = try? CoNLLU.read(bytes) else { return }
  _ = CoNLLU.text(of: sentences)
  let written = CoNLLU.write(sentences)
  guard let again = try? CoNLLU.read(written) else { fatalError("unreadable: \(written)") }
  precondition(CoNLLU.write(again) == written)
}
