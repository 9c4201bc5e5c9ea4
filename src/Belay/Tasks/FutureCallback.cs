namespace Belay;

/// <summary>A done callback that was added to a future, with the context it was added in.</summary>
internal sealed class FutureCallback(Future future, Action<Future> callback) : IReady
{
    readonly ExecutionContext? _context = ExecutionContext.Capture();

    internal Action<Future> Callback => callback;

    public void Run() => future.Loop.RunCallback(_context, () => callback(future));
}
