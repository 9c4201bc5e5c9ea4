namespace Belay;

/// <summary>A callback that the loop will run. asyncio.Handle.</summary>
public class Handle : IReady
{
    Action? _callback;
    readonly ExecutionContext? _context;

    internal Handle(EventLoop loop, Action callback)
    {
        Loop = loop;
        _callback = callback;
        _context = ExecutionContext.Capture();
    }

    internal EventLoop Loop { get; }

    /// <summary>Null if it was cancelled.</summary>
    internal Action? Callback => _callback;

    /// <summary>Sees to it that the callback does not run, if it has not. Of a timer, on the loop's thread only.</summary>
    public virtual void Cancel()
    {
        IsCancelled = true;
        _callback = null;
    }

    /// <summary>Whether it was cancelled, be it after it ran.</summary>
    public bool IsCancelled { get; private set; }

    void IReady.Run()
    {
        if (_callback is not { } callback) return;
        Loop.RunCallback(_context, callback);
    }
}
