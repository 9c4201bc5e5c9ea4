using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Belay;

/// <summary>A child of this process: .NET's Process, as far as that goes, and signals.</summary>
internal sealed partial class ChildProcess
{
    /// <summary>As shells do, .NET adds the number of the signal that ended a process to this.</summary>
    const int EndedBySignal = 128;

    const int LastSignal = 64;

    readonly Process _process;

    /// <exception cref="IOException">It cannot be started.</exception>
    internal ChildProcess(ProcessStartInfo start, Action endedFromAnyThread)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.Exited += (_, _) => endedFromAnyThread();
        try
        {
            _process.Start();
        }
        catch (Win32Exception failure)
        {
            throw new IOException(failure.Message, failure);
        }
        Id = _process.Id;
    }

    internal int Id { get; }

    /// <summary>After its end. asyncio's returncode, but for programs that return what a signal would come to.</summary>
    internal int ExitCode => _process.ExitCode is > EndedBySignal and <= EndedBySignal + LastSignal and var code && !OperatingSystem.IsWindows() ? EndedBySignal - code : _process.ExitCode;

    // These are asynchronous as they are: on Unix .NET waits for pipes as it does for sockets, and no thread blocks.
    internal Stream Input => _process.StandardInput.BaseStream;

    internal Stream Output => _process.StandardOutput.BaseStream;

    internal Stream Error => _process.StandardError.BaseStream;

    /// <summary>False if it has ended.</summary>
    internal bool SendSignal(PosixSignal signal)
    {
        if (_process.HasExited) return false;
        var number = SignalNumber.Of(signal);
        if (!OperatingSystem.IsWindows()) return SendSignal(Id, number) == 0;
        // It has no signals: all that can be done to a process there is to end it.
        if (number is not (SignalNumber.Kill or SignalNumber.Terminate)) throw new PlatformNotSupportedException("Windows has no signals: a process can only be killed.");
        _process.Kill();
        return true;
    }

    /// <summary>Blocks the thread until the system has let it go.</summary>
    internal void KillAndReap()
    {
        SendSignal((PosixSignal)SignalNumber.Kill);
        _process.WaitForExit();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
