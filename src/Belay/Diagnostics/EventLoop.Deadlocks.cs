namespace Belay;

public sealed partial class EventLoop
{
    HashSet<string>? _deadlocks;

    /// <summary>
    /// Nothing is ready, and no timer will make it so: in debug mode tasks that wait for each other are reported, each ring once. True if
    /// some were.
    /// </summary>
    internal bool ReportsDeadlocks()
    {
        if (!IsDebug) return false;
        var any = false;
        foreach (var (text, task) in DeadlockSearch.Run(this).ToList())
        {
            if (!(_deadlocks ??= []).Add(text)) continue;
            any = true;
            Report($"A deadlock, which only a cancellation can end: {text}", null, task);
        }
        return any;
    }
}
