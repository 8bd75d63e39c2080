import Dispatch
import Foundation
import Synchronization

/// Finds the addresses of a host's name.
public protocol NameResolver: Sendable {
  /// The addresses in the order in which they should be tried.
  ///
  /// - Throws: `FetchFailure.dns` where there are none.
  func addresses(of host: String) async throws -> [IPAddress]
}

/// The resolver of the operating system (getaddrinfo).
public struct SystemResolver: NameResolver {
  /// The resolver.
  public init() {}

  /// The addresses in the order in which the system would try them.
  public func addresses(of host: String) async throws -> [IPAddress] {
    // getaddrinfo can't be broken off: whoever stops waiting leaves it to end by itself.
    let answer = OneAnswer<[IPAddress]>()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        answer.wait(continuation)
        DispatchQueue.global().async { answer.give(Result { try Self.lookUp(host) }) }
      }
    } onCancel: {
      answer.give(.failure(CancellationError()))
    }
  }

  private static func lookUp(_ host: String) throws -> [IPAddress] {
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    let status = unsafe getaddrinfo(host, nil, &hints, &found)
    defer { if let found = unsafe found { unsafe freeaddrinfo(found) } }
    guard status == 0 else {
      throw FetchFailure.dns(host: host, why: unsafe String(cString: gai_strerror(status)))
    }
    var addresses: [IPAddress] = []
    var entry = unsafe found
    while let place = unsafe entry {
      if let address = unsafe Self.address(place.pointee), !addresses.contains(address) {
        addresses.append(address)
      }
      unsafe entry = place.pointee.ai_next
    }
    return addresses
  }

  private static func address(_ entry: addrinfo) -> IPAddress? {
    guard let place = unsafe entry.ai_addr else { return nil }
    let bytes = unsafe UnsafeRawBufferPointer(start: place, count: Int(entry.ai_addrlen))
    switch unsafe entry.ai_family {
    // The address stands behind family and port; in version 6 behind the flow too.
    case AF_INET where bytes.count >= 8: return unsafe IPAddress(bytes: Array(bytes[4..<8]))
    case AF_INET6 where bytes.count >= 24: return unsafe IPAddress(bytes: Array(bytes[8..<24]))
    default: return nil
    }
  }
}

/// An answer that may come before anybody waits for it; the first one counts.
private final class OneAnswer<Value: Sendable>: Sendable {
  private enum State {
    case open
    case waited(CheckedContinuation<Value, any Error>)
    case given(Result<Value, any Error>)
    case done
  }

  private let state = Mutex(State.open)

  func wait(_ continuation: CheckedContinuation<Value, any Error>) {
    let early = state.withLock { state -> Result<Value, any Error>? in
      if case .given(let result) = state {
        state = .done
        return result
      }
      state = .waited(continuation)
      return nil
    }
    if let early { continuation.resume(with: early) }
  }

  func give(_ result: Result<Value, any Error>) {
    let waiting = state.withLock { state -> CheckedContinuation<Value, any Error>? in
      switch state {
      case .open:
        state = .given(result)
        return nil
      case .waited(let continuation):
        state = .done
        return continuation
      case .given, .done: return nil
      }
    }
    waiting?.resume(with: result)
  }
}
