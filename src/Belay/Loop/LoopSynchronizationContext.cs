namespace Belay;

/// <summary>Brings .NET code that a coroutine has called, such as an async Task method, back to the loop after its awaits.</summary>
internal sealed class LoopSynchronizationContext(EventLoop loop) : SynchronizationContext
{
    readonly EventLoop _loop = loop;

    /// <summary>Whose code may have captured it.</summary>
    internal IStrandOwner? Owner { get; set; }

    public override void Post(SendOrPostCallback callback, object? state)
    {
        // What a coroutine itself waits for finds its way without a callback, and so without a turn and an object for it.
        if (ForeignWait.Of(state) is { } wait) wait.CompleteFromAnyThread();
        else _loop.PostFromAnyThread(new Posted(this, callback, state));
    }

    public override void Send(SendOrPostCallback callback, object? state)
    {
        if (EventLoop.RunningOrNull == _loop)
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

    sealed class Posted(LoopSynchronizationContext to, SendOrPostCallback callback, object? state) : IReady
    {
        readonly ExecutionContext? _context = ExecutionContext.Capture();

        // Whose it is is asked now: what posts at once, as Task.Yield does, is not yet awaited by anybody.
        public void Run() => to._loop.RunCallback(_context, () => callback(state), to.Owner);
    }
}
