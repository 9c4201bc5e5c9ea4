using System.Runtime.InteropServices;

namespace Belay;

/// <summary>Signals of the operating system, as something to iterate over. For callbacks see <see cref="EventLoop.AddSignalHandler"/>.</summary>
public static class Signals
{
    /// <summary>SIGUSR1, which has no name in <see cref="PosixSignal"/>. Not on Windows.</summary>
    public static PosixSignal User1 => (PosixSignal)SignalNumber.User1;

    /// <summary>SIGUSR2, which has no name in <see cref="PosixSignal"/>. Not on Windows.</summary>
    public static PosixSignal User2 => (PosixSignal)SignalNumber.User2;

    /// <summary>
    /// The signals that the process gets from when the enumeration begins: those that come while its body runs are kept for the next
    /// iterations, in the order they came. It never ends by itself; leaving it, be it by a cancellation, gives the signals back. Belay's own: asyncio has callbacks only.
    /// </summary>
    /// <remarks>
    /// It does to a signal what a handler does, and may be there beside one; see <see cref="EventLoop.AddSignalHandler"/>. Each enumeration gets all
    /// signals. An item that is there already takes no turn.
    /// </remarks>
    /// <param name="signals">Which; they come as they are named here.</param>
    /// <exception cref="ArgumentException">There are none, or one is there twice.</exception>
    /// <returns>
    /// Enumerating it throws <see cref="ArgumentOutOfRangeException"/> if a signal cannot be handled,
    /// <see cref="InvalidOperationException"/> where no loop runs.
    /// </returns>
    public static IAsyncEnumerable<PosixSignal> Watch(params ReadOnlySpan<PosixSignal> signals)
    {
        PosixSignal[] watched = [.. signals];
        if (watched.Length == 0 || watched.DistinctBy(SignalNumber.Of).Count() < watched.Length)
            throw new ArgumentException("Name one signal or more to watch, each once.", nameof(signals));
        return new SignalWatch(watched);
    }
}
