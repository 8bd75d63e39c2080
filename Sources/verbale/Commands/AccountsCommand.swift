import ArgumentParser
import Desk
import Foundation

/// `verbale accounts`: who may use a desk that is open to others.
struct AccountsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accounts",
    abstract: "Keeps the accounts of a desk that others reach.",
    discussion: """
      A desk that only this machine reaches needs none. The accounts lie in a file beside the \
      archive that only its owner can read; passwords are kept derived by scrypt, tokens hashed.

      EXAMPLES
        verbale accounts add anna --role admin --archive reports.sqlite
        verbale accounts token anna --label nightly --archive reports.sqlite
        verbale accounts list --archive reports.sqlite
      """,
    subcommands: [Add.self, Token.self, List.self, Remove.self])

  /// A role by its name.
  static func role(_ name: String) throws -> AccountRole {
    guard let role = AccountRole(rawValue: name) else {
      throw ValidationError("a role is reader, reviewer or admin; not ‘\(name)’.")
    }
    return role
  }

  struct Place: ParsableArguments {
    @OptionGroup var archive: ArchiveOptions

    var accounts: Accounts { Accounts(at: Accounts.path(besideArchive: archive.path)) }

    /// Runs what changes the accounts; what is wrong is told as wrong use.
    func run(_ body: (Accounts) throws -> Void) throws {
      do { try body(accounts) } catch let error as AccountError {
        throw Complaint(error.description)
      }
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes an account; the password is asked for, or read from standard input.",
      discussion: """
        A reader reads everything; a reviewer decides on lines and keeps follows too; an admin sees \
        the accounts on the desk too.

        EXAMPLES
          verbale accounts add ana --role reviewer
          verbale accounts add nightly < password.txt
        """)

    @Argument(help: "The account's name.") var name: String
    @Option(help: "reader, reviewer or admin; reader unless said.", transform: AccountsCommand.role)
    var role: AccountRole = .reader
    @OptionGroup var place: Place

    func run() throws {
      let password = try Self.password()
      try place.run { try $0.add(name, role: role, password: password) }
      Output.write("made the account \(name) (\(role.rawValue))\n")
    }

    /// The password, without showing it where somebody types.
    private static func password() throws -> String {
      guard Terminal.takesInput else { return readLine() ?? "" }
      Terminal.complain("Password (12 characters or more; it isn't shown):")
      var old = termios()
      unsafe tcgetattr(STDIN_FILENO, &old)
      var silent = old
      silent.c_lflag &= ~tcflag_t(ECHO)
      unsafe tcsetattr(STDIN_FILENO, TCSANOW, &silent)
      defer { unsafe tcsetattr(STDIN_FILENO, TCSANOW, &old) }
      let first = readLine() ?? ""
      Terminal.complain("The same again:")
      guard readLine() == first else { throw Complaint("the two passwords differ; try again.") }
      return first
    }
  }

  struct Token: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes a token for programs and prints it, once.",
      discussion: """
        A program sends it as `Authorization: Bearer vrb_…`.

        EXAMPLES
          verbale accounts token ana --label nightly
          verbale accounts token ana --label import --role reviewer
        """)

    @Argument(help: "The account's name.") var name: String
    @Option(help: "What it is for.") var label = "token"
    @Option(
      help: "The most that it may: reader, reviewer or admin; reader unless said.",
      transform: AccountsCommand.role)
    var role: AccountRole =
      .reader
    @OptionGroup var place: Place

    func run() throws {
      try place.run { accounts in
        Output.write(try accounts.token(for: name, label: label, role: role) + "\n")
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists accounts and their tokens.",
      discussion: """
        EXAMPLES
          verbale accounts list --archive reports.sqlite
        """)

    @OptionGroup var place: Place

    func run() throws {
      try place.run { accounts in
        for (name, role, tokens) in try accounts.list() {
          let held = tokens.isEmpty ? "" : "\ttokens: " + tokens.joined(separator: ", ")
          Output.write("\(name)\t\(role.rawValue)\(held)\n")
        }
      }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Removes an account, its tokens and sessions.",
      discussion: """
        EXAMPLES
          verbale accounts remove ana
        """)

    @Argument(help: "The account's name.") var name: String
    @OptionGroup var place: Place

    func run() throws {
      try place.run { try $0.remove(name) }
      Output.write("removed the account \(name)\n")
    }
  }
}
