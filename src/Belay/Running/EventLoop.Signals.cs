using System.Runtime.InteropServices;

namespace Belay;

public sealed partial class EventLoop
{
    readonly List<SignalRoute> _signalRoutes = [];
    Dictionary<int, SignalHandler>? _signalHandlers;

    /// <summary>
    /// Calls back in the next turn whenever the process gets the signal, in a copy of the current context and in no task; never on the signal's
    /// own thread. It takes the place of an earlier handler of that signal, and of whatever the signal does otherwise. What the callback throws
    /// goes to <see cref="RunOptions.ErrorHandler"/>. asyncio: loop.add_signal_handler.
    /// </summary>
    /// <remarks>
    /// <para>As long as there is a handler for SIGINT or SIGTERM, that signal does not cancel the main task and does not count as its first or
    /// second; when the handler is removed, it does again. A handler that wants the run to end says so: it cancels the task, or throws
    /// <see cref="KeyboardInterruptException"/>, which leaves the loop at once.</para>
    /// <para>A handler stays until it is removed or the loop is closed: over the runs of a <see cref="Runner"/> too, and what comes between
    /// two of them is handled in the next. A signal is for the whole process: all loops that listen get it. Signals of
    /// one kind that come faster than the system delivers them are one, and those of two kinds may change their order.</para>
    /// <para>SIGHUP, SIGINT and SIGQUIT stay ignored where whoever started the program had them ignored, as <c>nohup</c> and a shell's
    /// background jobs do: .NET respects that, asyncio does not.</para>
    /// </remarks>
    /// <param name="signal">
    /// Which; on Unix also a number of the system's, cast: see <see cref="Signals.User1"/>. Windows has SIGINT, SIGTERM, SIGHUP and SIGQUIT only.
    /// </param>
    /// <param name="handler">What is called.</param>
    /// <exception cref="ArgumentOutOfRangeException">The platform has no such signal, or lets nobody handle it.</exception>
    /// <exception cref="InvalidOperationException">This is another thread, or the loop is closed.</exception>
    public void AddSignalHandler(PosixSignal signal, Action handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        CheckThread();
        CheckOpen();
        var added = new SignalHandler(this, handler);
        Listen(signal, added);
        RemoveSignalHandler(signal);
        (_signalHandlers ??= []).Add(SignalNumber.Of(signal), added);
    }

    /// <summary>
    /// Takes the handler away: it is not called any more, not even for a signal that has come already. asyncio: loop.remove_signal_handler.
    /// </summary>
    /// <returns>False if there is none.</returns>
    /// <exception cref="InvalidOperationException">This is another thread.</exception>
    public bool RemoveSignalHandler(PosixSignal signal)
    {
        CheckThread();
        if (_signalHandlers is null || !_signalHandlers.Remove(SignalNumber.Of(signal), out var handler)) return false;
        handler.Cancel();
        EndListening(signal, handler);
        return true;
    }

    /// <summary>How many signals somebody on the loop listens to.</summary>
    internal int SignalRouteCount => _signalRoutes.Count;

    /// <summary>It is told of the signal from now on, on any thread.</summary>
    /// <param name="signal">Which.</param>
    /// <param name="listener">Who.</param>
    /// <param name="asRun">Only as long as nobody else listens.</param>
    internal void Listen(PosixSignal signal, ISignalListener listener, bool asRun = false)
    {
        var number = SignalNumber.Of(signal);
        lock (_signalRoutes)
        {
            if (_signalRoutes.Find(route => route.Number == number) is not { } route)
            {
                route = new SignalRoute(number);
                route.Open(signal);
                _signalRoutes.Add(route);
            }
            route.Add(listener, asRun);
        }
    }

    /// <summary>The run's own may be ended where the run is awaited, beside the loop's thread: hence the lock.</summary>
    internal void EndListening(PosixSignal signal, ISignalListener listener)
    {
        var number = SignalNumber.Of(signal);
        lock (_signalRoutes)
        {
            if (_signalRoutes.Find(route => route.Number == number) is not { } route || !route.Remove(listener)) return;
            _signalRoutes.Remove(route);
            route.Close();
        }
    }

    /// <summary>The loop ends: the signals are the system's again.</summary>
    void CloseSignals()
    {
        lock (_signalRoutes)
        {
            foreach (var route in _signalRoutes) route.Close();
            _signalRoutes.Clear();
        }
    }
}
