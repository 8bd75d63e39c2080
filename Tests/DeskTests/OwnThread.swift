import Dispatch

/// Runs a test that blocks on a thread of its own.
///
/// Async tests and the desk share as many threads as the machine has cores. A browser waits for the
/// desk's answer: were it to wait on one of these while another test holds the other, nobody would be
/// left to answer.
final class OwnThread: TaskExecutor {
  private let queue = DispatchQueue(label: "verbale.tests.blocking")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = unsafe asUnownedTaskExecutor()
    queue.async { unsafe job.runSynchronously(on: executor) }
  }
}
