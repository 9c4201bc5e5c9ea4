namespace Belay;

/// <summary>A future that is done when all of some tasks are.</summary>
internal sealed class CountDown : IDoneCallback
{
    readonly Future<VoidResult> _done;
    int _left;

    CountDown(EventLoop loop, int left) => (_done, _left) = (new Future<VoidResult>(loop), left);

    internal static Future Of(EventLoop loop, IReadOnlyCollection<IStrandOwner> owners)
    {
        var count = new CountDown(loop, owners.Count);
        foreach (var owner in owners)
        {
            if (owner is CoroTask task) task.AddCallback(count);
            else if (owner is Bridge bridge) bridge.Finished = count.Next;
        }
        return count._done;
    }

    public void OnDone(Future future) => Next();

    void Next()
    {
        if (--_left == 0) _done.SetResult(default);
    }
}
