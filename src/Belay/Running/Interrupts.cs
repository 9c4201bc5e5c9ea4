using System.Runtime.InteropServices;

namespace Belay;

/// <summary>
/// Ctrl-C and SIGTERM during a run: the first cancels the main task, the second leaves the loop at once. A third gets the system's own
/// treatment, for a loop that some step holds for ever.
/// </summary>
/// <remarks>It listens only as long as the program does not: see <see cref="EventLoop.AddSignalHandler"/>.</remarks>
internal sealed class Interrupts : ISignalListener, IDisposable
{
    readonly CoroTask _main;
    readonly Action _stopFromAnyThread;
    readonly Lock _gate = new();
    int _count;
    PosixSignal _first;

    /// <param name="main">The main task.</param>
    /// <param name="stopFromAnyThread">Cancels it.</param>
    internal Interrupts(CoroTask main, Action stopFromAnyThread)
    {
        (_main, _stopFromAnyThread) = (main, stopFromAnyThread);
        main.Loop.Listen(PosixSignal.SIGINT, this, asRun: true);
        main.Loop.Listen(PosixSignal.SIGTERM, this, asRun: true);
    }

    /// <summary>The first signal that came, if one has.</summary>
    internal PosixSignal? First => Volatile.Read(ref _count) > 0 ? _first : null;

    public void Dispose()
    {
        _main.Loop.EndListening(PosixSignal.SIGINT, this);
        _main.Loop.EndListening(PosixSignal.SIGTERM, this);
    }

    public void OnSignalFromAnyThread(PosixSignalContext context)
    {
        var signal = context.Signal;
        int count;
        lock (_gate)
        {
            if (_count == 0) _first = signal;
            count = Volatile.Read(ref _count) + 1;
            Volatile.Write(ref _count, count);
        }
        if (count > 2) return;
        context.Cancel = true;
        if (count == 1 && !_main.IsDone) _stopFromAnyThread();
        else _main.Loop.PostFromAnyThread(new Interruption(signal));
    }

    sealed class Interruption(PosixSignal signal) : IReady
    {
        public void Run() => throw new KeyboardInterruptException(signal);
    }
}
