namespace Belay;

public sealed partial class EventLoop
{
    /// <summary>How many pieces of work run on threads.</summary>
    internal int ThreadWorkCount { get; private set; }

    /// <summary>Done when no work runs on threads any more; made when somebody asks.</summary>
    Future<VoidResult>? _threadWorkEnd;

    /// <summary>What a loop that closes has to wait for, if there is anything.</summary>
    internal Future? ThreadWorkEnd => ThreadWorkCount == 0 ? null : _threadWorkEnd ??= new Future<VoidResult>(this);

    internal void ThreadWorkBegins() => ThreadWorkCount++;

    internal void ThreadWorkEnds()
    {
        if (--ThreadWorkCount > 0) return;
        _threadWorkEnd?.SetResult(default);
        _threadWorkEnd = null;
    }
}
