using System.Runtime.InteropServices;

namespace Belay;

/// <summary>One signal's way to a loop: to all who listen there or, if nobody does, to the run itself.</summary>
internal sealed class SignalRoute(int number)
{
    readonly List<ISignalListener> _listeners = [];

    /// <summary>
    /// Once a signal is somebody's it is not the system's, which would end the process. These do not; but they tell .NET of children that
    /// have ended, and of the terminal.
    /// </summary>
    readonly bool _isHarmless = SignalNumber.LeavesProcess(number);

    ISignalListener? _run;
    PosixSignalRegistration? _registration;

    internal int Number => number;

    internal bool IsOpen => _registration is not null;

    /// <exception cref="ArgumentOutOfRangeException">There is no such signal, or it cannot be handled.</exception>
    internal void Open(PosixSignal signal)
    {
        try
        {
            _registration = PosixSignalRegistration.Create(signal, OnSignal);
        }
        catch (Exception failure) when (failure is ArgumentException or PlatformNotSupportedException or IOException)
        {
            throw new ArgumentOutOfRangeException(
                $"Signal {signal} cannot be handled: the platform has none such, or keeps it to itself, as it does with SIGKILL and SIGSTOP.", failure);
        }
    }

    internal void Add(ISignalListener listener, bool asRun)
    {
        lock (_listeners)
        {
            if (asRun) _run = listener;
            else _listeners.Add(listener);
        }
    }

    /// <summary>True if it was the last.</summary>
    internal bool Remove(ISignalListener listener)
    {
        lock (_listeners)
        {
            if (_run == listener) _run = null;
            else _listeners.Remove(listener);
            return _run is null && _listeners.Count == 0;
        }
    }

    internal void Close() => _registration!.Dispose();

    /// <summary>On a thread of the runtime's own. It asks who listens now, so that none gets lost between one who leaves and one who comes.</summary>
    void OnSignal(PosixSignalContext context)
    {
        lock (_listeners)
        {
            foreach (var listener in _listeners)
            {
                context.Cancel = !_isHarmless;
                listener.OnSignalFromAnyThread(context);
            }
            if (_listeners.Count == 0) _run?.OnSignalFromAnyThread(context);
        }
    }
}
