namespace Belay;

/// <summary>A coroutine on its way from some thread to a loop, and what it comes to on its way back.</summary>
internal sealed class ThreadSafeRun<T>(EventLoop loop, Coro coroutine, Func<CoroTask> createTask, CancellationToken cancellationToken)
    : IDroppable, IDoneCallback
{
    readonly ExecutionContext? _context = ExecutionContext.Capture();
    // Whoever waits for the Task goes on elsewhere: not on the loop's thread, in the middle of its turn.
    readonly TaskCompletionSource<T> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    CancellationTokenRegistration _registration;

    internal Task<T> Start()
    {
        loop.PostFromAnyThread(this);
        // It may have closed in the meantime: then one of the two sees the other.
        if (loop.IsClosed) Drop();
        return _end.Task;
    }

    public void Drop()
    {
        if (!_end.TrySetException(Misuse.Closed("The event loop"))) return;
        coroutine.Close();
    }

    void IReady.Run()
    {
        if (_end.Task.IsCompleted) return;
        loop.RunCallback(_context, Begin);
    }

    void Begin()
    {
        CoroTask task;
        try
        {
            task = createTask();
        }
        catch (InvalidOperationException failure)
        {
            _end.SetException(failure);
            return;
        }
        task.AddCallback(this);
        if (cancellationToken.IsCancellationRequested) task.Cancel();       // now: its first step must not run
        else _registration = cancellationToken.UnsafeRegister(static task => Session.CancelFromAnyThread((CoroTask)task!), task);
    }

    void IDoneCallback.OnDone(Future task)
    {
        _registration.Dispose();
        if (task.IsCancelled) _end.TrySetFromTask(Cancelled(task.MakeCancelled()));
        else if (task.SeeFailure() is { } failure) _end.SetException(failure);
        else _end.SetResult(typeof(T) == typeof(VoidResult) ? default! : task.ResultAs<T>());
    }

    // An async method is the one way to a cancelled Task that keeps the exception.
#pragma warning disable CS1998
    static async Task<T> Cancelled(CancelledException cancellation) => throw cancellation;
#pragma warning restore CS1998
}
