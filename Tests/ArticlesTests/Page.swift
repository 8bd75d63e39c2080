/// Pages made up for the tests.
enum Page {
  static let all = [
    scraped, wrapped, bare, transcript, liveBlog, list, teasers, bilingual, markdown,
  ]

  static let scraped = """
    Envoy Lands in Nairobi to Press for Truce as Border Fighting Spreads

    Mediators hope for a first meeting with both sides, but sources say that little has been agreed

    Share via e-mailShare via e-mail
    Envoy Mara Okello arriving at Nairobi airport on Tuesday
    Envoy Mara Okello arriving at Nairobi airport on Tuesday Credit: Jane Roe / Reuters

    NAIROBI - Envoy Mara Okello landed in Nairobi on Tuesday for talks with both governments.

    “We came to listen,” she told reporters at the airport, adding that nothing was off the table.

    The war next door: WATCH our documentary

    Officials expect a second round of talks within a week, one diplomat said on Tuesday.

    Follow this topic:

    Subscribe for $2 a month
    Already a member? LOG IN

    نازحون يعودون إلى قراهم

    How a Small Town Learned to Live With the Floods

    Why I Left the City and Never Looked Back

    The Singer Who Would Not Be Silenced
    """

  static let wrapped = """
    Ministers agree to reopen the border crossing

    The foreign ministers of the two countries agreed on Thursday to open
    the main crossing again, five years after it was closed, and to let
    aid convoys pass without delay, according to a joint statement issued
    after a day of talks in a hotel on the border.

    Guards had turned back hundreds of families at the crossing since the
    spring, and several aid groups had warned that food was running short
    in the camps.

    The ministers will meet again in June.
    """

  static let bare = """
    The foreign minister met her counterpart in Vienna on Monday for talks about prisoners.

    They agreed to meet again in June, a spokesman said after the talks had ended.
    """

  static let transcript = """
    Interview with the mediator

    HOST: Did the two sides agree on anything?

    OKELLO: They did.

    HOST: On what?

    OKELLO: They agreed to a list of names, and they agreed that the list would stay closed.

    HOST: Thank you.
    """

  static let liveBlog = """
    Ceasefire talks: live coverage from Vienna

    14:05 GMT

    Delegates arrive

    Delegates from both sides have arrived at the hotel where the talks are to begin at three.

    13:20 GMT

    Shelling reported

    Shelling was reported near the border crossing in the morning, local officials said.

    There was no word on casualties from either side by noon.
    """

  static let list = """
    The two governments said in a statement on Monday that they had agreed to three steps:

    - a halt to all flights over the valley
    - the release of prisoners held since May

    The agreement takes effect on Friday, officials on both sides said on Monday.
    """

  static let teasers = """
    Parliament backs border treaty after long debate

    Parliament voted on Wednesday to back the border treaty, ending a debate that ran for months.

    The opposition had asked for a referendum, which the government refused to hold.

    The treaty will be signed in Geneva next month, the prime minister's office said.

    More from World

    Ten Dead in Ferry Accident Off the Western Coast
    Rescue teams searched for survivors through the night after a ferry sank.
    Farmers Block Roads in Protest Against New Levy
    Police cleared a motorway that farmers had blocked for three days.
    The Bridge That Took Forty Years to Build
    """

  static let bilingual = """
    Quebec leader calls for talks

    The leader of the province called on Monday for talks with the federal government on language.

    « Nous avons toujours dit que la langue est au cœur de nos demandes et que nous ne céderons pas »

    The federal government said that it would study the request before it answered.
    """

  static let markdown = """
    ---
    title: Truce holds for a second day
    date: 2023-11-25
    ---

    # Truce holds for a second day

    *By Jane Roe*

    The truce held for a second day on Saturday, observers on both sides of the line said.

    ## What comes next

    > We will not be the first to shoot, the general said in a statement on Saturday.

    More prisoners are to be freed on Sunday, according to the mediators in the talks.
    """
}
