using System.Runtime.InteropServices;

namespace Belay;

/// <summary>
/// Ctrl-C, or SIGTERM: what <see cref="Coro.Run(Coro, RunOptions?)"/> throws after the main task was cancelled by one of them.
/// Thrown by any task it leaves the loop at once. KeyboardInterrupt in Python.
/// </summary>
/// <param name="signal">Which of the two it was.</param>
public sealed class KeyboardInterruptException(PosixSignal signal = PosixSignal.SIGINT)
    : Exception(signal == PosixSignal.SIGTERM ? "The program was asked to terminate (SIGTERM)." : "The program was interrupted (Ctrl-C).")
{
    /// <summary>Which signal it was.</summary>
    public PosixSignal Signal => signal;
}
