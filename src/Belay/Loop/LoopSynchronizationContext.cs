namespace Belay;

/// <summary>Brings .NET code that a coroutine has called, such as an async Task method, back to the loop after its awaits.</summary>
internal sealed class LoopSynchronizationContext(EventLoop loop) : SynchronizationContext
{
    /// <summary>Whose code may have captured it.</summary>
    internal IStrandOwner? Owner { get; set; }

    public override void Post(SendOrPostCallback callback, object? state)
    {
        // What a coroutine itself waits for finds its way without a callback, and so without a turn and an object for it.
        if (ForeignWait.Of(state) is { } wait) wait.CompleteFromAnyThread();
        else loop.PostFromAnyThread(new Posted(loop, Owner, callback, state));
    }

    public override void Send(SendOrPostCallback callback, object? state)
    {
        if (EventLoop.RunningOrNull == loop)
        {
            callback(state);
            return;
        }
        using var done = new ManualResetEventSlim();
        Exception? failure = null;
        Post(_ =>
        {
            try { callback(state); }
            catch (Exception error) { failure = error; }
            finally { done.Set(); }
        }, null);
        done.Wait();
        if (failure is not null) Rethrow.Now(failure);
    }

    public override SynchronizationContext CreateCopy() => this;

    sealed class Posted(EventLoop loop, IStrandOwner? owner, SendOrPostCallback callback, object? state) : IReady
    {
        readonly ExecutionContext? _context = ExecutionContext.Capture();

        public void Run() => loop.RunCallback(_context, () => callback(state), owner);
    }
}
