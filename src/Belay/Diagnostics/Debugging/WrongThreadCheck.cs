using System.Collections.Concurrent;

namespace Belay;

/// <summary>
/// The loop was touched from another thread. That is an exception there, debug mode or not; but on a thread where nobody looks at it, it is
/// lost. So it is reported too, with the stack of that thread; each place once.
/// </summary>
internal sealed class WrongThreadCheck(DebugChecks checks)
{
    readonly ConcurrentDictionary<string, bool> _reported = new();

    /// <summary>On the thread that has done it.</summary>
    internal void Report()
    {
        var place = ReportText.Section("it was touched", CodeSite.Capture(CoroutineStack.Empty).Lines());
        if (_reported.TryAdd(place, true)) checks.FoundOnAnyThread(Misuse.WrongThread().Message + place);
    }
}
