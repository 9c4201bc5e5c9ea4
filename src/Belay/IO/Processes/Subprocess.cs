using System.Runtime.InteropServices;

namespace Belay;

/// <summary>
/// A program that runs as a child of this one, and its pipes. It does not outlive its owner: disposing it kills it if it still runs, and so does the end of
/// the loop; unless <see cref="SubprocessOptions.LeaveRunning"/> says otherwise. asyncio.subprocess.Process.
/// </summary>
/// <remarks>
/// <para>So <c>await using</c> is enough to leave no child behind when the task is cancelled. For a child that is to end in good order call
/// <see cref="Terminate"/> and <see cref="WaitAsync"/> before. A Ctrl-C at the terminal goes to the child too, from the terminal.</para>
/// <para>On the thread of the loop that started it only. What starts it is .NET's Process, which has no new sessions, process groups or
/// other users for the child.</para>
/// </remarks>
public sealed partial class Subprocess : IAsyncDisposable, IReady, ILoopBound
{
    readonly EventLoop _loop;
    readonly ChildProcess _child;
    readonly bool _leaveRunning;
    readonly AsyncEvent _ended = new();
    readonly List<Transport> _pipes = [];

    /// <summary>The process's number. asyncio: pid.</summary>
    public int Pid => _child.Id;

    /// <summary>
    /// What it returned; null while it runs. If a signal ended it, that signal's number, negative: -9 for SIGKILL. asyncio: returncode.
    /// </summary>
    /// <remarks>
    /// .NET does not tell a program that was ended by signal 9 from one that returned 128 + 9, as shells do when their last command was. Both
    /// are -9 here: 129 to 192 are never what a program returned, but on Windows, which has no signals.
    /// </remarks>
    public int? ExitCode { get; private set; }

    /// <summary>Writes what it reads; null if that is not a pipe. Its <see cref="ByteWriter.Complete"/> lets the child see the end. asyncio: stdin.</summary>
    public ByteWriter? StandardInput { get; }

    /// <summary>Reads what it writes; null if that is not a pipe. asyncio: stdout.</summary>
    public ByteReader? StandardOutput { get; }

    /// <summary>Reads its errors; null if those do not go to a pipe of their own. asyncio: stderr.</summary>
    public ByteReader? StandardError { get; }

    /// <summary>
    /// Waits until it has ended. Does not give up the turn if it has. Any number of tasks may wait; cancelling one leaves the child as it is. asyncio: wait.
    /// </summary>
    /// <remarks>
    /// A child whose output nobody reads stops when its pipe is full, and then never ends: use <see cref="CommunicateAsync"/> where there are pipes.
    /// </remarks>
    /// <returns><see cref="ExitCode"/>.</returns>
    public async Coro<int> WaitAsync()
    {
        await _ended.WaitAsync();
        return ExitCode!.Value;
    }

    /// <summary>
    /// Writes input, if that is a pipe, and ends it; reads output and errors to their ends, as far as they are pipes; and waits until the child has ended. That it does not want all
    /// of its input is no failure. Cancelled, it leaves the child running, but what was read is lost. asyncio: communicate.
    /// </summary>
    /// <param name="input">What it is to read; the caller's again when the await has ended.</param>
    /// <returns>What it wrote; null for what is no pipe.</returns>
    /// <exception cref="InvalidOperationException">There is input, but <see cref="StandardInput"/> is no pipe; or somebody else reads.</exception>
    public async Coro<(byte[]? Output, byte[]? Error)> CommunicateAsync(ReadOnlyMemory<byte> input = default)
    {
        if (input.Length > 0 && StandardInput is null)
            throw new InvalidOperationException("There is input for a child that has no pipe to read it from. Start it with StandardInput = SubprocessStream.Pipe.");
        var (_, output, error) = await Coro.Gather(Feed(input), ReadToEnd(StandardOutput), ReadToEnd(StandardError));
        await WaitAsync();
        return (output, error);
    }

    /// <summary>Sends it a signal. On Windows only SIGTERM and SIGKILL (9), which both kill it. asyncio: send_signal.</summary>
    /// <returns>False if it has ended.</returns>
    /// <exception cref="PlatformNotSupportedException">On Windows: any other.</exception>
    public bool SendSignal(PosixSignal signal)
    {
        _loop.CheckThread();
        return _child.SendSignal(signal);
    }

    /// <summary>Asks it to end: SIGTERM. asyncio: terminate.</summary>
    /// <returns>False if it has ended.</returns>
    public bool Terminate() => SendSignal(PosixSignal.SIGTERM);

    /// <summary>Ends it: SIGKILL. asyncio: kill.</summary>
    /// <returns>False if it has ended.</returns>
    public bool Kill() => SendSignal((PosixSignal)SignalNumber.Kill);

    async Coro<bool> Feed(ReadOnlyMemory<byte> input)
    {
        if (StandardInput is not { } writer) return false;
        if (input.Length > 0 && await writer.WriteAsync(input).Caught() is { } failure and not IOException) Rethrow.Now(failure);
        writer.Complete();
        return true;
    }

    static async Coro<byte[]?> ReadToEnd(ByteReader? reader) => reader is null ? null : await reader.ReadToEndAsync();
}
