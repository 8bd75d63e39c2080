import Foundation
import Glibc
import TestSupport
import Testing

/// A headless Chromium that a test drives as a person would: by pointer and keys, over its DevTools
/// protocol (a WebSocket on loopback, RFC 6455).
///
/// It blocks the thread that asks it, but never for ever: whatever it waits for has a limit, after
/// which the test fails.
final class Browser {
  /// Where the machine has one.
  static let path = ["chromium", "chromium-browser", "google-chrome"].flatMap { name in
    ["/usr/bin/\(name)", "/usr/local/bin/\(name)"]
  }.first { FileManager.default.isExecutableFile(atPath: $0) }

  /// What goes wrong between the test and the browser.
  struct Trouble: Error { let what: String }

  private let process = Process()
  private let profile: ScratchFolder
  /// Seconds that anything may take on a busy machine.
  private static let patience = 60
  private let socket: FileHandle
  private var session: String?
  private var calls = 0

  init(width: Int = 1280, height: Int = 900) throws {
    profile = try ScratchFolder()
    process.executableURL = URL(filePath: Self.path ?? "")
    process.arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--user-data-dir=\(profile.path)", "--window-size=\(width),\(height)",
      "--remote-debugging-port=0", "about:blank",
    ]
    // What it leaves in the folder for such things goes with the profile.
    process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": profile.path]) {
      $1
    }
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    var told = ""
    var place: (port: UInt16, path: String)?
    let end = ContinuousClock.now + .seconds(Self.patience)
    while place == nil {
      guard Self.hasBytes(errors.fileHandleForReading.fileDescriptor, until: end) else {
        process.terminate()
        throw Trouble(what: "Chromium doesn't say where it listens: \(told)")
      }
      let data = errors.fileHandleForReading.availableData
      if data.isEmpty { throw Trouble(what: "Chromium ended: \(told)") }
      told += String(decoding: data, as: UTF8.self)
      if let found = told.firstMatch(of: /ws:\/\/127\.0\.0\.1:(\d+)(\/devtools\/browser\/\S+)\n/) {
        place = (UInt16(found.1) ?? 0, String(found.2))
      }
    }
    // Nobody reads on, and a full pipe would stop the browser.
    errors.fileHandleForReading.readabilityHandler = { _ = $0.availableData }
    socket = try Self.connect(to: place?.port ?? 0)
    try shakeHands(place?.path ?? "")
    let target = try call("Target.createTarget", ["url": "about:blank"])
    let attached = try call(
      "Target.attachToTarget", ["targetId": target["targetId"] ?? "", "flatten": true])
    session = attached["sessionId"] as? String
    _ = try call("Page.enable")
  }

  deinit {
    process.terminate()
    for _ in 0..<100 where process.isRunning { usleep(50_000) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// Opens an address and waits until the page and its scripts are there.
  func open(_ address: String) throws {
    _ = try call("Page.navigate", ["url": address])
    try wait("the page \(address)") {
      try evaluate("document.readyState === 'complete' && location.href !== 'about:blank'")
        as? Bool == true
    }
  }

  /// The value of a script's expression.
  func evaluate(_ expression: String) throws -> Any? {
    let answer = try call(
      "Runtime.evaluate", ["expression": expression, "returnByValue": true])
    return (answer["result"] as? [String: Any])?["value"]
  }

  /// Waits, for as long as anything may take, until something holds.
  func wait(_ what: String, until holds: () throws -> Bool) throws {
    let end = ContinuousClock.now + .seconds(Self.patience)
    while ContinuousClock.now < end {
      if try holds() { return }
      Thread.sleep(forTimeInterval: 0.05)
    }
    throw Trouble(what: "waited in vain for \(what)")
  }

  /// Waits until a script's expression is true.
  func wait(for expression: String) throws {
    try wait(expression) { try evaluate(expression) as? Bool == true }
  }

  /// Points at the middle of an element, which is scrolled into view first.
  func point(at selector: String) throws {
    let place = try evaluate(
      """
      (() => { const e = document.querySelector(\(Self.quoted(selector)));
        e.scrollIntoView({ block: 'center', behavior: 'instant' });
        const r = e.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; })()
      """)
    guard let place = place as? [Double], place.count == 2 else {
      throw Trouble(what: "there is no \(selector)")
    }
    _ = try call(
      "Input.dispatchMouseEvent", ["type": "mouseMoved", "x": place[0], "y": place[1]])
  }

  /// Makes the window so wide and high as a screen.
  func resize(width: Int, height: Int) throws {
    _ = try call(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
  }

  /// Asks pages for their dark or their light colours.
  func prefer(dark: Bool) throws {
    let features = [
      ["name": "prefers-color-scheme", "value": dark ? "dark" : "light"],
      // What scrolls is there at once.
      ["name": "prefers-reduced-motion", "value": "reduce"],
    ]
    _ = try call("Emulation.setEmulatedMedia", ["features": features])
  }

  /// Shows pages as a printer would.
  func printed() throws {
    _ = try call("Emulation.setEmulatedMedia", ["media": "print"])
  }

  /// Presses the tabulator.
  func pressTab() throws {
    let key: [String: Any] = ["key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9]
    _ = try call("Input.dispatchKeyEvent", key.merging(["type": "rawKeyDown"]) { $1 })
    _ = try call("Input.dispatchKeyEvent", key.merging(["type": "keyUp"]) { $1 })
  }

  /// Presses a key of one character, or `Enter`.
  func press(_ key: String) throws {
    let text = key == "Enter" ? "\r" : key
    _ = try call("Input.dispatchKeyEvent", ["type": "keyDown", "key": key, "text": text])
    _ = try call("Input.dispatchKeyEvent", ["type": "keyUp", "key": key])
  }

  /// Types into a field.
  func type(_ text: String, into selector: String) throws {
    _ = try evaluate("document.querySelector(\(Self.quoted(selector))).focus()")
    _ = try call("Input.insertText", ["text": text])
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }

  // MARK: The protocol

  private func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    calls += 1
    var message: [String: Any] = ["id": calls, "method": method, "params": parameters]
    message["sessionId"] = session
    try send(Array(JSONSerialization.data(withJSONObject: message)))
    while true {
      let object = try JSONSerialization.jsonObject(with: Data(receive()))
      guard let answer = object as? [String: Any], answer["id"] as? Int == calls else { continue }
      if let error = answer["error"] { throw Trouble(what: "\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  /// Whether bytes, or the end, come before a moment.
  private static func hasBytes(
    _ descriptor: Int32, until end: ContinuousClock.Instant
  ) -> Bool {
    while ContinuousClock.now < end {
      var asked = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if unsafe poll(&asked, 1, 100) > 0 { return true }
    }
    return false
  }

  private static func connect(to port: UInt16) throws -> FileHandle {
    let descriptor = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe Glibc.connect(descriptor, pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw Trouble(what: "nothing listens on port \(port)") }
    var limit = timeval(tv_sec: patience, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      unsafe setsockopt(
        descriptor, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
    }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  private func shakeHands(_ path: String) throws {
    let lines = [
      "GET \(path) HTTP/1.1", "Host: 127.0.0.1", "Upgrade: websocket", "Connection: Upgrade",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13", "", "",
    ]
    try socket.write(contentsOf: Data(lines.joined(separator: "\r\n").utf8))
    var answer: [UInt8] = []
    while !answer.ends(with: Array("\r\n\r\n".utf8)) { answer += try read(1) }
  }

  private func send(_ text: [UInt8]) throws {
    var frame: [UInt8] = [0x81]
    switch text.count {
    case ..<126: frame.append(0x80 | UInt8(text.count))
    case ..<65536: frame += [0xFE, UInt8(text.count >> 8), UInt8(text.count & 0xFF)]
    default:
      frame.append(0xFF)
      frame += (0..<8).reversed().map { UInt8(text.count >> ($0 * 8) & 0xFF) }
    }
    // A client must mask; a mask of zeros changes nothing.
    frame += [0, 0, 0, 0]
    try socket.write(contentsOf: Data(frame + text))
  }

  /// The next message, put together from its frames.
  private func receive() throws -> [UInt8] {
    var message: [UInt8] = []
    while true {
      let head = try read(2)
      var length = Int(head[1] & 0x7F)
      if length >= 126 {
        length = try read(length == 126 ? 2 : 8).reduce(0) { $0 << 8 | Int($1) }
      }
      let payload = try read(length)
      if head[0] & 0x0F > 2 { continue }
      message += payload
      if head[0] & 0x80 != 0 { return message }
    }
  }

  private func read(_ count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      guard let more = try socket.read(upToCount: count - bytes.count), !more.isEmpty else {
        throw Trouble(what: "Chromium hung up")
      }
      bytes += more
    }
    return bytes
  }
}

extension Array where Element == UInt8 {
  fileprivate func ends(with end: [UInt8]) -> Bool { suffix(end.count).elementsEqual(end) }
}
