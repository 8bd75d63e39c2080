import Brotli
import ZLib
import ZStandard

/// What a decoder has come to.
enum DecoderState {
  /// It wants more input, or more room.
  case going
  /// The packed bytes are at their end.
  case atEnd
  /// The packed bytes are damaged here.
  case damaged
}

/// A decoder that is fed piece by piece; it holds no more than its own tables and history.
protocol StreamDecoder: AnyObject {
  /// Unpacks from the start of `input` into `output`; tells how much of each was used.
  func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer)
    -> (taken: Int, made: Int, state: DecoderState)
}

/// Deflate, by zlib.
@safe final class Inflater: StreamDecoder {
  /// The wrappings of deflate.
  enum Wrapping: Int32 {
    case gzip = 31
    case zlib = 15
    case none = -15
  }

  private var stream = unsafe z_stream()

  init(_ wrapping: Wrapping) {
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    let status = unsafe inflateInit2_(&stream, wrapping.rawValue, ZLIB_VERSION, size)
    precondition(status == Z_OK, "zlib has no memory for its tables")
  }

  deinit { _ = unsafe inflateEnd(&stream) }

  /// Makes it ready for the next packed bytes.
  func restart() { _ = unsafe inflateReset(&stream) }

  func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer)
    -> (taken: Int, made: Int, state: DecoderState)
  {
    let (given, room) = (min(input.count, 1 << 30), min(output.count, 1 << 30))
    // zlib only reads from next_in, though its type doesn't say so.
    unsafe stream.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    unsafe stream.avail_in = UInt32(given)
    unsafe stream.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.avail_out = UInt32(room)
    let status = unsafe inflate(&stream, Z_NO_FLUSH)
    let taken = unsafe given - Int(stream.avail_in)
    let made = unsafe room - Int(stream.avail_out)
    switch status {
    case Z_STREAM_END: return (taken, made, .atEnd)
    case Z_OK, Z_BUF_ERROR: return (taken, made, .going)
    default: return (taken, made, .damaged)
    }
  }
}

/// Zstandard frames.
@safe final class ZStandardDecoder: StreamDecoder {
  private let context = unsafe ZSTD_createDCtx()

  /// - Parameter dictionary: the dictionary that the frames were packed with; nil for none.
  init(dictionary: [UInt8]? = nil) {
    // A window of 128 MiB at most, so that a frame can't ask for gigabytes.
    _ = unsafe ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 27)
    if let dictionary {
      _ = unsafe ZSTD_DCtx_loadDictionary(context, dictionary, dictionary.count)
    }
  }

  deinit { _ = unsafe ZSTD_freeDCtx(context) }

  /// Makes it ready for the next frame; the dictionary stays.
  func restart() { _ = unsafe ZSTD_DCtx_reset(context, ZSTD_reset_session_only) }

  func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer)
    -> (taken: Int, made: Int, state: DecoderState)
  {
    var from = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var to = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let left = unsafe ZSTD_decompressStream(context, &to, &from)
    let (taken, made) = unsafe (from.pos, to.pos)
    if ZSTD_isError(left) != 0 { return (taken, made, .damaged) }
    return (taken, made, left == 0 ? .atEnd : .going)
  }
}

/// Brotli, as pages on the web are packed with it.
@safe final class BrotliStreamDecoder: StreamDecoder {
  private let state = unsafe BrotliDecoderCreateInstance(nil, nil, nil)

  deinit { unsafe BrotliDecoderDestroyInstance(state) }

  func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer)
    -> (taken: Int, made: Int, state: DecoderState)
  {
    var (left, room) = (input.count, output.count)
    var from = unsafe input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    var to = unsafe output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    let result = unsafe BrotliDecoderDecompressStream(state, &left, &from, &room, &to, nil)
    let (taken, made) = (input.count - left, output.count - room)
    switch result {
    case BROTLI_DECODER_RESULT_SUCCESS: return (taken, made, .atEnd)
    case BROTLI_DECODER_RESULT_ERROR: return (taken, made, .damaged)
    default: return (taken, made, .going)
    }
  }
}
