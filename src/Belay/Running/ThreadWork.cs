namespace Belay;

/// <summary>A function that runs on the thread pool for a task that awaits it, or has ceased to.</summary>
internal sealed class ThreadWork<T>(EventLoop loop, Func<T> work) : IThreadPoolWorkItem, IReady
{
    readonly ExecutionContext? _context = ExecutionContext.Capture();
    readonly Future<T> _future = new(loop);
    T _result = default!;
    Exception? _failure;

    internal Future<T> Start()
    {
        loop.ThreadWorkBegins();
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return _future;
    }

    void IThreadPoolWorkItem.Execute()
    {
        if (_context is null) Work();
        else ExecutionContext.Run(_context, static self => ((ThreadWork<T>)self!).Work(), this);
        loop.PostFromAnyThread(this);
    }

    void Work()
    {
        try { _result = work(); }
        catch (Exception failure) { _failure = failure; }
    }

    /// <summary>Back on the loop.</summary>
    void IReady.Run()
    {
        if (_future.IsDone)
        {
            if (_failure is not null) loop.Report("Work on a thread failed after its await had been cancelled", _failure, null);
        }
        else if (_failure is not null) _future.SetException(_failure);
        else _future.SetResult(_result);
        loop.ThreadWorkEnds();
    }
}
