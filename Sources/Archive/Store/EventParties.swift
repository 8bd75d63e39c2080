/// The actors that an event names, in SQL.
enum EventParties {
  /// A table with a row for each actor that an event of `table` names, its number in `value`.
  static func each(of table: String) -> String {
    let (doers, recipients) = (table + ".doers", table + ".recipients")
    return """
      json_each('[' || ifnull(\(doers) || ',' || \(recipients), ifnull(\(doers), \(recipients)))
        || ']')
      """
  }
}
