import Foundation
import Synchronization

/// The accounts of a desk, in a file beside the archive that only its owner can read.
///
/// They lie outside the archive because an archive is copied, released and cited.
public final class Accounts: Sendable {
  private struct Read: Sendable {
    var stamp: Date?
    var accounts: [Account] = []
  }

  private let path: String
  private let rounds: Int
  private let read = Mutex(Read())
  /// What the password of a name that nobody has is held against.
  private let decoy = Mutex<PasswordHash?>(nil)

  /// The accounts kept at `path`; a missing file holds none.
  public convenience init(at path: String) { self.init(at: path, rounds: PasswordHash.rounds) }

  package init(at path: String, rounds: Int) {
    self.path = path
    self.rounds = rounds
  }

  /// The accounts of an archive.
  public static func path(besideArchive archive: String) -> String { archive + "-accounts.json" }

  /// Names and roles, in the order in which they were made.
  ///
  /// - Throws: `AccountError`.
  public func list() throws -> [(name: String, role: AccountRole, tokens: [String])] {
    try current().map { ($0.name, $0.role, $0.tokens.map(\.label)) }
  }

  /// Makes an account.
  ///
  /// - Throws: `AccountError`.
  public func add(_ name: String, role: AccountRole, password: String) throws {
    let isFit = name.utf8.allSatisfy { byte in
      byte >= 0x80 || Character(Unicode.Scalar(byte)).isLetter
        || Character(Unicode.Scalar(byte)).isNumber || "._-".utf8.contains(byte)
    }
    guard isFit, (1...64).contains(name.count) else { throw AccountError.badName(name) }
    guard password.count >= 12 else { throw AccountError.shortPassword }
    var accounts = try current()
    guard !accounts.contains(where: { $0.name == name }) else { throw AccountError.exists(name) }
    accounts.append(
      Account(name: name, role: role, password: try PasswordHash(password, rounds: rounds)))
    try write(accounts)
  }

  /// Removes an account with its tokens; its sessions end with it.
  ///
  /// - Throws: `AccountError`.
  public func remove(_ name: String) throws {
    var accounts = try current()
    guard let at = accounts.firstIndex(where: { $0.name == name }) else {
      throw AccountError.unknown(name)
    }
    accounts.remove(at: at)
    try write(accounts)
  }

  /// Makes a token for programs, which may no more than `role` and its account; told only once.
  ///
  /// - Throws: `AccountError`.
  public func token(for name: String, label: String, role: AccountRole) throws -> String {
    var accounts = try current()
    guard let at = accounts.firstIndex(where: { $0.name == name }) else {
      throw AccountError.unknown(name)
    }
    let token = "vrb_" + Secret.name(32)
    accounts[at].tokens.append(
      Account.Token(label: label, digest: Secret.digest(token), role: role))
    try write(accounts)
    return token
  }

  /// The account of a name with its password; nil where either is wrong, told after the same time.
  func account(_ name: String, password: String) throws -> Account? {
    let known = try current().first { $0.name == name }
    // Made at the first sign-in, whoever it is: each one after it derives one key.
    let decoy = try decoy.withLock { kept in
      let made = try kept ?? PasswordHash(Secret.name(), rounds: rounds)
      kept = made
      return made
    }
    return (known?.password ?? decoy).matches(password) ? known : nil
  }

  /// The account of a name.
  func account(_ name: String) throws -> Account? { try current().first { $0.name == name } }

  /// The account and role that a token stands for.
  func account(token: String) throws -> (Account, AccountRole)? {
    let digest = Array(Secret.digest(token).utf8)
    for account in try current() {
      for kept in account.tokens where Secret.equal(Array(kept.digest.utf8), digest) {
        return (account, min(kept.role, account.role))
      }
    }
    return nil
  }

  private func current() throws -> [Account] {
    let stamp =
      (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
    guard let stamp else { return [] }
    let kept = read.withLock { $0.stamp == stamp ? $0.accounts : nil }
    if let kept { return kept }
    do {
      let data = try Data(contentsOf: URL(filePath: path))
      let accounts = try JSONDecoder().decode([Account].self, from: data)
      read.withLock { $0 = Read(stamp: stamp, accounts: accounts) }
      return accounts
    } catch {
      throw AccountError.unreadable(path: path, detail: "\(error)")
    }
  }

  private func write(_ accounts: [Account]) throws {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      let data = try encoder.encode(accounts)
      let fresh = path + ".new"
      let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
      try? FileManager.default.removeItem(atPath: fresh)
      guard FileManager.default.createFile(atPath: fresh, contents: data, attributes: attributes)
      else { throw AccountError.unreadable(path: path, detail: "it can't be written") }
      guard unsafe rename(fresh, path) == 0 else {
        throw AccountError.unreadable(path: path, detail: "it can't be replaced")
      }
      read.withLock { $0 = Read() }
    } catch let error as AccountError {
      throw error
    } catch {
      throw AccountError.unreadable(path: path, detail: "\(error)")
    }
  }
}
