namespace Belay;

public sealed partial class EventLoop
{
    int _threadWorkCount;

    /// <summary>Done when no work runs on threads any more; made when somebody asks.</summary>
    Future<VoidResult>? _threadWorkEnd;

    /// <summary>What a loop that closes has to wait for, if there is anything.</summary>
    internal Future? ThreadWorkEnd => _threadWorkCount == 0 ? null : _threadWorkEnd ??= new Future<VoidResult>(this);

    internal void ThreadWorkBegins() => _threadWorkCount++;

    internal void ThreadWorkEnds()
    {
        if (--_threadWorkCount > 0) return;
        _threadWorkEnd?.SetResult(default);
        _threadWorkEnd = null;
    }
}
