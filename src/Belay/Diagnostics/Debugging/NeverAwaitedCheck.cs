using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>
/// A coroutine that was made and dropped: it never ran. It is found by the garbage collector; at the latest when the loop closes.
/// </summary>
internal sealed class NeverAwaitedCheck(DebugChecks checks)
{
    /// <summary>Keeps a coroutine's creation for as long as the coroutine itself.</summary>
    readonly ConditionalWeakTable<Frame, Creation> _creations = [];

    /// <summary>Weak, so that the garbage collector may find them before the loop closes.</summary>
    List<WeakReference<Creation>> _fresh = [];

    int _limit = 64;

    /// <summary>On the loop's thread, where the frame will run; in debug mode each is made anew.</summary>
    internal void OnCreated(Frame frame)
    {
        var creation = new Creation(this, frame, checks.CaptureSite());
        _creations.Add(frame, creation);
        if (_fresh.Count >= _limit)
        {
            _fresh.RemoveAll(entry => !entry.TryGetTarget(out var known) || !known.IsUnused);
            _limit = Math.Max(64, _fresh.Count * 2);
        }
        _fresh.Add(new WeakReference<Creation>(creation, trackResurrection: true));
    }

    internal void Close()
    {
        foreach (var entry in _fresh)
            if (entry.TryGetTarget(out var creation)) creation.ReportIfUnused();
        _fresh = [];
    }

    sealed class Creation(NeverAwaitedCheck check, Frame frame, CodeSite? site)
    {
        readonly int _version = frame.Version;
        int _reported;

        /// <summary>It has not begun, nobody owns it or waits for it, and it was not closed either, which would have made its version another.</summary>
        internal bool IsUnused => frame.State == FrameState.Created && frame.Version == _version && frame.Parent is null;

        /// <summary>Once: the finalizer and the closing loop may both try.</summary>
        internal void ReportIfUnused()
        {
            if (IsUnused && Interlocked.Exchange(ref _reported, 1) == 0) check.Report(frame, site);
        }

        ~Creation() => ReportIfUnused();
    }

    void Report(Frame frame, CodeSite? site)
    {
        var message = $"The coroutine {frame.Name} was never awaited, so it has not run. " +
            "Calling an async method runs nothing: write await before the call, or give the coroutine to an owner, as in group.CreateTask(...).";
        checks.FoundOnAnyThread(message + ReportText.Section("it was made", site?.Lines() ?? []));
    }
}
