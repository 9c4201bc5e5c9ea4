namespace Belay;

/// <summary>Errors that teach: what happened, the likely cause, what to write instead.</summary>
internal static class Misuse
{
    internal static InvalidOperationException NoLoop() => new(
        "A coroutine was awaited where no event loop runs: on a thread of its own, or after ConfigureAwait(false) in an async Task method. " +
        "Start it with Coro.Run (which blocks this thread) or Coro.RunAsync (which gives a Task).");

    internal static InvalidOperationException NoRunningLoop() => new(
        "No event loop runs on this thread. Call this from a coroutine or a callback that runs under Coro.Run or Coro.RunAsync; " +
        "from another thread use EventLoop.CallSoonThreadSafe.");

    internal static InvalidOperationException NoTask() => new(
        "No task is running here: this is a bare callback of the event loop, or no loop runs. " +
        "Do this in a coroutine; a callback can start one with Coro.CreateTask.");

    internal static InvalidOperationException UsedTwice() => new(
        "The coroutine has been used already: awaited, given to a task, or closed. A coroutine runs once. " +
        "Call the method again for another run, or start a task (Coro.CreateTask) and await that as often as needed.");

    internal static InvalidOperationException NotFinished() => new(
        "The result of a coroutine was asked for before it had one. Use await, not GetAwaiter().GetResult().");

    internal static InvalidOperationException TwoLoops() => new(
        "Tasks of two event loops wait for the same lock, event, queue or the like. It belongs to the loop whose tasks were the first to wait for it: " +
        "make one for each loop, or reach into the other loop with EventLoop.CallSoonThreadSafe.");

    internal static InvalidOperationException NotNext() => new(
        "An async enumerator was asked for the next item while it was still on the one before, or for a result it had given already. " +
        "Await each MoveNextAsync, once, before the next; await foreach does.");

    internal static InvalidOperationException TwoReaders() => new(
        "A read was begun while another waits for the same stream: it would be chance which of them gets what comes. " +
        "Let one task read and hand out what it has read, through an AsyncQueue say; or guard the reads with an AsyncLock.");

    internal static InvalidOperationException Completed() => new(
        "Something was written after the stream had been completed or closed. Complete and CloseAsync say that no more follows: write before that.");

    internal static InvalidOperationException NoTls() => new(
        "TLS cannot begin on this connection: it has begun already, or the connection is closed or completed. " +
        "Call StartTlsAsync once, while both sides still send.");

    internal static InvalidOperationException ReadBeforeTls() => new(
        "TLS cannot begin while there is something that came in the clear and has not been read: it could pass for having come over TLS. " +
        "Have the other side wait for an answer before it begins with TLS; if it did, somebody in between may have put that in: close the connection.");

    internal static InvalidOperationException TwoReceivers() => new(
        "A receive was begun while another waits at the same endpoint: it would be chance which of them gets what comes. " +
        "Let one task receive and hand out what it has received, through an AsyncQueue say.");

    internal static ArgumentException NotACoroutine() => new(
        "A coroutine is expected, but this is a future or a task: it runs already and has an owner. Await it instead.", "coroutine");

    internal static InvalidOperationException LoopIsRunning(string what) => new(
        $"{what} cannot be called from a running event loop: loops do not nest. Await the coroutine instead, or give it to a task.");

    internal static InvalidOperationException WrongThread() => new(
        "The event loop was touched from another thread than the one that runs it. Futures, tasks and timers are for the loop's own code; " +
        "from elsewhere use EventLoop.CallSoonThreadSafe.");

    internal static InvalidOperationException Closed(string what) => new(
        $"{what} is closed. A loop ends with the Run, RunAsync or Runner it belongs to.");
}
