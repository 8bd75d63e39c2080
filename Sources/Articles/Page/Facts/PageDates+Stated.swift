import HTML

/// Days in a page's head, which its data state.
extension PageDates {
  /// The day that the page's data state, JSON-LD first.
  func stated() -> (String?, String?)? {
    let metadata = analysis.metadata
    let objects = metadata.linkedData.objects
    if let found = linked(metadata.linkedData.articles, ["datePublished", "dateCreated"])
      ?? linked(objects, ["datePublished"])
    {
      return found
    }
    for (name, hash) in zip(Self.openNames, Self.openHashes) {
      if let date = iso(metadata.metas.first(hash: hash)) { return (date, "meta:\(name)") }
    }
    let names = metadata.metas.names {
      $0.count < 60 && $0.holdsOne(of: "pub", "issue", "date", "creat", "release")
        && !Self.namesOtherDate($0)
    }
    for isSure in [true, false] {
      for name in names where Self.namesPublication(name, outright: isSure) {
        if let date = iso(metadata.meta(name)) { return (date, "meta:\(name)") }
      }
    }
    return linked(objects, ["dateCreated", "uploadDate"])
  }

  /// Whether the name of a `meta` element says that it has the day of publication: outright, or as
  /// one of several dates that may be this.
  private static func namesPublication(_ name: String, outright: Bool) -> Bool {
    let words = name.split { !$0.isLetter }
    if words.contains(where: { $0.hasPrefix("publisher") }) { return false }
    if outright {
      return words.contains {
        $0.hasPrefix("publi") || $0.hasPrefix("pubdate") || $0.hasSuffix("published")
          || $0 == "pub" || $0 == "issued" || $0 == "dateofpublication"
      }
    }
    return words.contains {
      $0 == "created" || $0 == "creation" || $0 == "issue" || $0 == "release"
        || $0.hasSuffix("date") || $0.hasPrefix("date")
    }
  }

  /// Whether the name of a `meta` element says that it has another date.
  private static func namesOtherDate(_ name: ArraySlice<UInt8>) -> Bool {
    name.holdsOne(
      of: "modif", "updat", "expir", "event", "birth", "valid", "revis", "last", "start", "end",
      "copyright", "review", "upload", "build", "due", "deadline", "verif", "accessed", "crawl",
      "index", "unpub", "embargo")
  }

  private func linked(
    _ objects: [LinkedData.Object], _ keys: [String]
  ) -> (String?, String?)? {
    for object in objects {
      for key in keys {
        if let date = iso(analysis.metadata.linkedData.text(object[key])) {
          return (date, "json-ld:\(key)")
        }
      }
    }
    return nil
  }

  private static let openHashes = openNames.map { WordHash.of($0) }

  /// The names of `meta` elements that are known to have the day, the most trusted first.
  private static let openNames = [
    "article:published_time", "og:article:published_time", "article:published",
    "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish-date", "publish_date", "publication_date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "dc.date", "dc.date.created", "citation_publication_date",
    "citation_date", "cxenseparse:recs:publishtime", "date", "rnews:datepublished",
    "article_date_original", "originalpublicationdate", "displaydate", "article.published",
    "dc.terms.date", "analyticsattributes.articledate", "bt:pubdate", "ptime", "created",
  ]
}
