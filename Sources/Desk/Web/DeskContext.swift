import Hummingbird
import Logging
import NIOCore

/// What is known of a request while it is answered.
struct DeskContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The address that asks; nil in tests without a socket.
  let peer: String?
  /// Who asks; set by the door.
  var visitor = Visitor.nobody
  /// The fields of a posted form.
  var form = Form("")

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    peer = source.channel.remoteAddress?.ipAddress
  }

  /// The context of a request that comes by no socket.
  init(_ source: Direct) {
    coreContext = CoreRequestContextStorage(source: source)
    peer = nil
  }

  /// What a request without a socket comes from.
  struct Direct: RequestContextSource {
    let logger: Logger
  }
}
