import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import Pages
import Synchronization

/// The one way to the network: one request to one address, with bounds on time and size.
///
/// The host's name is looked up here; its addresses are checked against the policy; and the
/// connection goes to exactly the address that was checked, so that a name which means something
/// else a moment later (DNS rebinding) leads nowhere. Redirects aren't followed, no proxy is used,
/// nothing is kept from one request to the next.
public struct GuardedClient: Sendable {
  /// How it behaves.
  public let settings: ClientSettings
  private let resolver: any NameResolver

  /// The most addresses of a host that are tried.
  private static let mostTries = 3
  private static let connectSeconds: Int64 = 10

  /// A client.
  ///
  /// - Parameter resolver: who finds the addresses of names; tests bring their own.
  public init(_ settings: ClientSettings, resolver: any NameResolver = SystemResolver()) {
    self.settings = settings
    self.resolver = resolver
  }

  /// Asks and waits for the answer. An answer that breaks off is given as far as it came.
  ///
  /// - Throws: `FetchFailure`.
  public func answer(to request: WebRequest) async throws -> WebAnswer {
    let received = Received()
    return try await withThrowingTaskGroup(of: WebAnswer.self) { group in
      group.addTask { try await exchange(request, received) }
      group.addTask {
        try await Task.sleep(for: .seconds(settings.seconds))
        if let answer = received.answer(shortage: .timedOut) { return answer }
        throw FetchFailure.timedOut(host: request.address.host, seconds: settings.seconds)
      }
      defer { group.cancelAll() }
      guard let first = try await group.next() else { throw CancellationError() }
      return first
    }
  }

  private func exchange(_ request: WebRequest, _ received: Received) async throws -> WebAnswer {
    let host = request.address.host
    var failure = FetchFailure.dns(host: host, why: "it has no address")
    for place in try await allowedPlaces(of: host).prefix(Self.mostTries) {
      do {
        return try await exchange(request, with: place, received)
      } catch let error as FetchFailure {
        // Only what never got to the other side may be tried at another place.
        guard case .unreachable = error else { throw error }
        failure = error
      }
    }
    throw failure
  }

  /// The addresses of a host that may be connected to.
  private func allowedPlaces(of host: String) async throws -> [IPAddress] {
    let all =
      if let literal = IPAddress(host) { [literal] } else {
        try await resolver.addresses(of: host)
      }
    let allowed = all.filter(settings.policy.allows)
    if allowed.isEmpty, let place = all.first {
      throw FetchFailure.refusedAddress(host: host, at: place)
    }
    return allowed
  }

  private func exchange(
    _ request: WebRequest, with place: IPAddress, _ received: Received
  ) async throws -> WebAnswer {
    let client = HTTPClient(
      eventLoopGroupProvider: .singleton, configuration: try configuration(request.address, place))
    do {
      let answer = try await exchange(request, with: place, over: client, received)
      try? await client.shutdown()
      return answer
    } catch {
      try? await client.shutdown()
      throw error
    }
  }

  private func exchange(
    _ request: WebRequest, with place: IPAddress, over client: HTTPClient, _ received: Received
  ) async throws -> WebAnswer {
    var message = HTTPClientRequest(url: request.address.description)
    message.method = HTTPMethod(rawValue: request.method.rawValue)
    message.headers.add(name: "User-Agent", value: settings.agent)
    message.headers.add(name: "Connection", value: "close")
    for field in request.fields { message.headers.add(name: field.name, value: field.value) }
    if request.method == .post { message.body = .bytes(request.body) }
    let response: HTTPClientResponse
    do {
      response = try await client.execute(
        message, timeout: .seconds(Int64(settings.seconds)), logger: nil)
    } catch {
      throw failure(error, request.address)
    }
    received.begin(response, from: place)
    if let length = response.headers.first(name: "Content-Length").flatMap({ Int($0) }),
      length > settings.largest
    {
      throw FetchFailure.tooLarge(limit: settings.largest)
    }
    do {
      for try await piece in response.body {
        guard received.add(piece) <= settings.largest else {
          throw FetchFailure.tooLarge(limit: settings.largest)
        }
      }
    } catch let error as FetchFailure {
      throw error
    } catch {
      return try received.whole(shortage: .cut)
    }
    return try received.whole(shortage: nil)
  }

  private func configuration(
    _ address: WebAddress, _ place: IPAddress
  ) throws -> HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    configuration.timeout = HTTPClient.Configuration.Timeout(
      connect: .seconds(min(Self.connectSeconds, Int64(settings.seconds))))
    configuration.httpVersion = .http1Only
    configuration.decompression = .disabled
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.maximumUsesPerConnection = 1
    if !settings.authorities.isEmpty {
      var tls = TLSConfiguration.makeClientConfiguration()
      tls.additionalTrustRoots = [
        .certificates(try settings.authorities.flatMap(NIOSSLCertificate.fromPEMFile))
      ]
      configuration.tlsConfiguration = tls
    }
    // The name stays what the site is asked for and what its certificate must say.
    if IPAddress(address.host) == nil {
      configuration.dnsOverride = [address.host: place.description]
    }
    // The address was checked; that it is the one connected to is made sure of once more before
    // the first byte is sent.
    configuration.http1_1ConnectionDebugInitializer = { channel in
      guard channel.remoteAddress?.ipAddress.flatMap(IPAddress.init) == place else {
        return channel.close().flatMapThrowing { throw WrongPlace() }
      }
      return channel.eventLoop.makeSucceededVoidFuture()
    }
    return configuration
  }

  /// The connection went elsewhere than to the checked address.
  private struct WrongPlace: Error {}

  /// An error before the answer began, as one of ours.
  private func failure(_ error: any Error, _ address: WebAddress) -> FetchFailure {
    let (host, words) = (address.host, "\(error)")
    switch error {
    case let error as FetchFailure: return error
    case let error as HTTPClientError where [.deadlineExceeded, .readTimeout].contains(error):
      return .timedOut(host: host, seconds: settings.seconds)
    case let error as HTTPClientError where error == .connectTimeout:
      return .unreachable(host: host, why: "nothing answers at port \(address.port)")
    case let error as HTTPClientError where error == .remoteConnectionClosed:
      return .badAnswer(host: host, why: "the connection was closed")
    case is HTTPParserError: return .badAnswer(host: host, why: "no HTTP (\(words))")
    case is IOError: return .unreachable(host: host, why: Self.words(ofConnecting: words))
    default:
      let isForged = words.contains("CERTIFICATE_VERIFY_FAILED")
      return .unreachable(host: host, why: isForged ? "its certificate can't be trusted" : words)
    }
  }

  private static func words(ofConnecting words: String) -> String {
    if words.contains("refused") { return "the connection is refused" }
    if words.contains("nreachable") { return "no way leads to it" }
    if words.contains("reset") { return "the connection was broken off" }
    return words
  }
}

/// What has come of an answer so far.
private final class Received: Sendable {
  private let state = Mutex<WebAnswer?>(nil)

  func begin(_ response: HTTPClientResponse, from peer: IPAddress) {
    let answer = WebAnswer(
      status: Int(response.status.code), words: response.status.reasonPhrase,
      fields: response.headers.map { HTTPField($0.name, $0.value) }, body: [], peer: peer)
    state.withLock { $0 = answer }
  }

  /// Adds to the body and gives its length.
  func add(_ piece: ByteBuffer) -> Int {
    state.withLock { answer in
      answer?.body.append(contentsOf: piece.readableBytesView)
      return answer?.body.count ?? 0
    }
  }

  /// What there is; nil where the answer hasn't begun.
  func answer(shortage: WebAnswer.Shortage?) -> WebAnswer? {
    state.withLock { answer in
      guard var answer else { return nil }
      answer.shortage = shortage
      return answer
    }
  }

  func whole(shortage: WebAnswer.Shortage?) throws -> WebAnswer {
    guard let answer = answer(shortage: shortage) else { throw CancellationError() }
    return answer
  }
}
