namespace Belay;

/// <summary>Waits for several futures, as callback of each, and gives one future what they came to.</summary>
internal sealed class Gathering<TResult> : Composite, IDoneCallback, ITaskOwner
{
    readonly Future<TResult> _whole;
    readonly Func<Future[], TResult> _collect;
    readonly bool _takesFailures;
    Successes _successes;
    int _left;

    internal Gathering(EventLoop loop, Future[] parts, Func<Future[], TResult> collect, bool takesFailures) : base(parts)
    {
        (_collect, _takesFailures, _left) = (collect, takesFailures, parts.Length);
        _whole = new Future<TResult>(loop, this);
    }

    protected override Future Whole => _whole;

    internal Future<TResult> Begin()
    {
        var areDone = 0;
        foreach (var part in Parts)
        {
            if (part.IsDone) areDone++;
            else if (part is not CoroTask task || !task.TrySetOwner(this)) part.AddCallback(this);
        }
        for (var i = 0; areDone > 0; i++)
        {
            if (!Parts[i].IsDone) continue;
            OnDone(Parts[i]);
            areDone--;
        }
        if (Parts.Length == 0) _whole.SetResult(_collect(Parts));
        return _whole;
    }

    public void OnDone(Future part)
    {
        _left--;
        if (_whole.IsDone) part.SeeFailure();       // one failure is enough; nobody is told of those after it
        else if (!_takesFailures && FailureOf(part) is { } failure) _whole.SetException(failure);
        else if (_left == 0) Finish();
    }

    ref Successes ITaskOwner.Successes => ref _successes;

    void ITaskOwner.OnSucceeded(int count)
    {
        _left -= count;
        if (_left == 0 && !_whole.IsDone) Finish();
    }

    void ITaskOwner.OnEndedOtherwise(CoroTask part) => OnDone(part);

    // A cancelled part fails the whole, it does not cancel it: that would mean that somebody has cancelled all of them.
    static Exception? FailureOf(Future part) => part.IsCancelled ? part.MakeCancelled() : part.SeeFailure();

    void Finish()
    {
        var result = _collect(Parts);
        // asyncio takes the message of the last one too, cancelled or not.
        if (IsCancelRequested) _whole.SetException(Parts[^1].MakeCancelled());
        else _whole.SetResult(result);
    }
}
