namespace Belay;

/// <summary>Does something in the next turn, however often that is asked for in this one. It is made once for each thing, so that asking allocates nothing.</summary>
internal sealed class NextTurn(Action action) : IReady
{
    bool _isRequested;

    internal void Request(EventLoop loop)
    {
        if (_isRequested) return;
        _isRequested = true;
        loop.Enqueue(this);
    }

    public void Run()
    {
        _isRequested = false;
        action();
    }
}
