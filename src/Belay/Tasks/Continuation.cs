namespace Belay;

/// <summary>Code that is not Belay's and goes on in the next turn; it has a context of its own, and the task it belongs to.</summary>
internal sealed class Continuation(EventLoop loop, IStrandOwner? owner, Action action) : IReady
{
    readonly ExecutionContext? _context = ExecutionContext.Capture();

    public void Run() => loop.RunCallback(_context, action, owner);
}
