using System.Runtime.InteropServices;

namespace Belay;

/// <summary>What the system calls a signal. A <see cref="PosixSignal"/> is either a name of .NET's or such a number already.</summary>
internal static class SignalNumber
{
    internal const int Kill = 9, Terminate = 15;

    // Those of the BSDs and macOS are Unix's of old; Linux has its own for what came later.
    static readonly bool s_isBsd = OperatingSystem.IsMacOS() || OperatingSystem.IsFreeBSD();

    internal static int User1 => s_isBsd ? 30 : 10;

    internal static int User2 => s_isBsd ? 31 : 12;

#pragma warning disable CA1416 // Names alone: what the platform has not, it refuses when somebody listens.
    internal static int Of(PosixSignal signal) => signal switch
    {
        PosixSignal.SIGHUP => 1,
        PosixSignal.SIGINT => 2,
        PosixSignal.SIGQUIT => 3,
        PosixSignal.SIGTERM => Terminate,
        PosixSignal.SIGCHLD => s_isBsd ? 20 : 17,
        PosixSignal.SIGCONT => s_isBsd ? 19 : 18,
        PosixSignal.SIGWINCH => 28,
        PosixSignal.SIGTTIN => 21,
        PosixSignal.SIGTTOU => 22,
        PosixSignal.SIGTSTP => s_isBsd ? 18 : 20,
        _ => (int)signal,
    };

    /// <summary>What happens to a process that does not handle it is nothing.</summary>
    internal static bool LeavesProcess(int number) =>
        number == Of(PosixSignal.SIGCHLD) || number == Of(PosixSignal.SIGCONT) || number == Of(PosixSignal.SIGWINCH);
#pragma warning restore CA1416
}
