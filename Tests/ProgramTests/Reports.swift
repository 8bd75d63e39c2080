/// Small reports of our own, long enough to be read as such.
enum Reports {
  /// A page about one day's talks.
  static func page(_ title: String, day: String = "2021-05-14", first: String) -> String {
    """
    <!doctype html><html lang="en"><head><title>\(title)</title>
    <meta property="article:published_time" content="\(day)T09:30:00Z"></head><body>
    <nav><a href="/">Home</a></nav><article><h1>\(title)</h1><p>By Ida Marsh</p>
    <p>\(first)</p>
    <p>It was the first such meeting since the spring, when the two governments had quarrelled for
    weeks over the border and the rights of the fishermen who work along it.</p>
    <p>"We are ready to go on," said Foreign Minister Ana Duarte, who had flown in on the evening
    before with a delegation of twenty people from three ministries.</p></article></body></html>
    """
  }

  static let planned = page(
    "Duarte to meet Nasser in Cairo", day: "2021-05-10",
    first:
      "Foreign Minister Ana Duarte will meet Foreign Minister Karim Nasser in Cairo on Thursday.")
  static let held = page(
    "Duarte meets Nasser in Cairo", day: "2021-05-14",
    first: "Foreign Minister Ana Duarte met Foreign Minister Karim Nasser in Cairo on Thursday.")
}
