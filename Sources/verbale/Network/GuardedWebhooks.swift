import Archive
import Fetching
import Pages
import Reader

/// Posts the items of follows through the one guarded client.
struct GuardedWebhooks: WebhookClient {
  private let client: GuardedClient

  init(_ reach: ReachOption) {
    let settings = FetchSettings(version: ReportReader.version, policy: reach.policy)
    client = GuardedClient(settings.client)
  }

  func post(_ body: [UInt8], to address: String, headers: [(String, String)]) throws -> Int {
    let request = WebRequest(
      try WebAddress(address), method: .post, fields: headers.map { HTTPField($0.0, $0.1) },
      body: body)
    let client = client
    return try Blocking.value { try await client.answer(to: request).status }
  }
}
