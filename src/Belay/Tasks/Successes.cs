namespace Belay;

/// <summary>
/// Tells an owner that tasks of its have succeeded. Those that do so one after the other, with nothing in between, need one place in the
/// ready queue: nobody could tell the difference.
/// </summary>
internal sealed class Successes(ITaskOwner owner) : IReady
{
    int _count;

    internal void Add(EventLoop loop, CoroTask child)
    {
        if (_count > 0 && !loop.IsLastReady(this))
        {
            loop.Enqueue(child);    // its turn is not that of the others
            return;
        }
        child.SetOwner(null);
        if (++_count == 1) loop.Enqueue(this);
    }

    public void Run()
    {
        var count = _count;
        _count = 0;
        owner.OnSucceeded(count);
    }
}
