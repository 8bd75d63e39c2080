import Fuzzing
import Pages

// Any bytes: no feed, or one whose words are no longer than the bytes allow (nothing expands).
fuzz { bytes in
  guard let feed = Feed(bytes) else { return }
  let words = feed.entries.reduce(0) { $0 + ($1.content ?? $1.summary ?? "").utf8.count }
  precondition(words <= 4 * bytes.count)
}
