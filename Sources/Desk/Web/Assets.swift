import HTTPTypes
import Hummingbird

/// The stylesheet, the script and the icon, each under an address that holds its hash, so that a
/// browser keeps it for good and asks anew after an update.
struct Assets: Sendable {
  private let files: [String: (bytes: [UInt8], type: String)]
  let style: String
  let script: String
  let icon: String

  init() {
    var files: [String: (bytes: [UInt8], type: String)] = [:]
    func add(_ bytes: [UInt8], _ stem: String, _ suffix: String, _ type: String) -> String {
      let tag = EntityTags.tag(String(decoding: bytes, as: UTF8.self)).dropFirst().prefix(12)
      let name = "\(stem)-\(tag).\(suffix)"
      files[name] = (bytes, type)
      return "/assets/\(name)"
    }
    style = add(PackageResources.desk_css, "desk", "css", "text/css; charset=utf-8")
    script = add(PackageResources.desk_js, "desk", "js", "text/javascript; charset=utf-8")
    icon = add(PackageResources.icon_svg, "icon", "svg", "image/svg+xml")
    self.files = files
  }

  /// The answer for a file's name; 404 where there is none.
  func response(_ name: String) -> Response {
    guard let file = files[name] else { return Response(status: .notFound) }
    return Response(
      status: .ok,
      headers: [
        .contentType: file.type, .cacheControl: "public, max-age=31536000, immutable",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
  }
}
