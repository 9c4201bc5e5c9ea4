namespace Belay;

/// <summary>Passes what a future comes to on to another, whose cancellation does not get back to it.</summary>
internal sealed class Shielding<T> : IDoneCallback
{
    readonly Future _inner;
    readonly Future<T> _outer;

    Shielding(Future inner, Future<T> outer) => (_inner, _outer) = (inner, outer);

    internal static Future<T> Of(Future inner)
    {
        var outer = new Future<T>(inner.Loop);
        if (inner.IsDone)
        {
            outer.EndAs(inner);
            return outer;
        }
        var shielding = new Shielding<T>(inner, outer);
        inner.AddCallback(shielding);
        outer.AddCallback(shielding);
        return outer;
    }

    void IDoneCallback.OnDone(Future future)
    {
        if (future == _outer) _inner.RemoveCallback(this);
        else if (_outer.IsDone) return;     // cancelled: if the inner one has failed, that remains to be seen
        else if (_inner.IsCancelled) _outer.Cancel();
        else _outer.EndAs(_inner);
    }
}
