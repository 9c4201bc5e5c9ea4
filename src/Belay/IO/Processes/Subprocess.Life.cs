using System.Diagnostics;

namespace Belay;

public sealed partial class Subprocess
{
    bool _isDisposed;

    Subprocess(EventLoop loop, ProcessStartInfo start, SubprocessOptions options)
    {
        _loop = loop;
        _leaveRunning = options.LeaveRunning;
        _child = new ChildProcess(start, () => loop.PostFromAnyThread(this));
        var streams = options.Streams ?? s_streams;
        if (start.RedirectStandardInput) StandardInput = new ByteWriter(Open(_child.Input), streams.HighWaterMark, streams.EffectiveLowWaterMark);
        if (start.RedirectStandardOutput) StandardOutput = new ByteReader(Open(_child.Output), streams.Limit);
        if (start.RedirectStandardError) StandardError = new ByteReader(Open(_child.Error), streams.Limit);
        loop.Bind(this);
    }

    static readonly StreamOptions s_streams = new();

    /// <summary>Starts a program. asyncio: create_subprocess_exec.</summary>
    /// <param name="program">Its file; a name without a directory is looked for on the PATH.</param>
    /// <param name="arguments">Handed to it one by one, as they are; null: none.</param>
    /// <param name="options">How; null: with this process's own streams, environment and directory.</param>
    /// <exception cref="FileNotFoundException">There is no such program.</exception>
    /// <exception cref="IOException">It cannot be started: it is no program, the directory is missing, or the system has no room for it.</exception>
    /// <exception cref="PlatformNotSupportedException">On Windows: a stream is to be <see cref="SubprocessStream.Null"/> or <see cref="SubprocessStream.Output"/>.</exception>
    /// <exception cref="InvalidOperationException">No loop runs on this thread.</exception>
#pragma warning disable CS1998 // it begins when it is awaited, and whoever is cancelled before that starts nothing
    public static async Coro<Subprocess> StartAsync(string program, IEnumerable<string>? arguments = null, SubprocessOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(program);
        options ??= SubprocessOptions.Default;
        return new Subprocess(EventLoop.Running, StartInfo.Of(program, arguments ?? [], options), options);
    }

    /// <summary>Has the shell run a command: /bin/sh, on Windows cmd. asyncio: create_subprocess_shell.</summary>
    /// <remarks>The child is the shell, and what it starts need not end with it. Never put text from elsewhere into a command: use <see cref="StartAsync"/> and its arguments.</remarks>
    /// <param name="command">As the shell is to read it.</param>
    /// <param name="options">How; null: with this process's own streams, environment and directory.</param>
    /// <inheritdoc cref="StartAsync"/>
    public static async Coro<Subprocess> StartShellAsync(string command, SubprocessOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        options ??= SubprocessOptions.Default;
        return new Subprocess(EventLoop.Running, StartInfo.OfShell(command, options), options);
    }
#pragma warning restore CS1998

    /// <summary>
    /// Kills it if it still runs, waits until the system has let it go, and closes its pipes. With <see cref="SubprocessOptions.LeaveRunning"/> it only closes
    /// the pipes. A cancellation waits until it is done. Further calls do nothing.
    /// </summary>
    public async ValueTask DisposeAsync() => await EndAsync();

    async Coro EndAsync()
    {
        _loop.CheckThread();
        if (_isDisposed) return;
        _isDisposed = true;
        if (!_leaveRunning)
        {
            Kill();
            if (ExitCode is null) await Coro.Cleanup(Timeout.InfiniteTimeSpan, _ended.WaitAsync);
        }
        ClosePipes();
        _loop.Unbind(this);
    }

    /// <summary>It has ended.</summary>
    void IReady.Run()
    {
        ExitCode = _child.ExitCode;
        _ended.Set();
        if (_pipes.Count == 0) _loop.Unbind(this);      // nothing is left to give back
    }

    void ILoopBound.OnLoopClosed()
    {
        if (!_leaveRunning) _child.KillAndReap();
        ClosePipes();
    }

    StreamTransport Open(Stream stream)
    {
        var pipe = new StreamTransport(_loop, stream);
        _pipes.Add(pipe);
        return pipe;
    }

    void ClosePipes()
    {
        foreach (var pipe in _pipes) pipe.Close(abort: true);
        StandardInput?.Fail(SocketErrors.Closed());
        StandardOutput?.End();
        StandardError?.End();
    }
}
