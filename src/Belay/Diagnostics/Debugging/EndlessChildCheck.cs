using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>
/// A child for which alone a group waits at its end, and which goes on step by step: an endless task does not belong in a group, which
/// could never be left. One that merely waits, or has had no siblings, is left alone: it may be what the group is for.
/// </summary>
internal sealed class EndlessChildCheck(EventLoop loop, DebugChecks checks)
{
    /// <summary>Fewer are no loop, however long they take.</summary>
    const int MinSteps = 10;

    readonly TimeSpan _threshold = loop.Options.EndlessChildThreshold;
    readonly ConditionalWeakTable<TaskGroup, StrongBox<int>> _childCounts = [];
    readonly ConditionalWeakTable<CoroTask, Solitude> _last = [];

    internal void OnCreated(ITaskOwner? owner)
    {
        if (owner is TaskGroup group) _childCounts.GetOrCreateValue(group).Value++;
    }

    internal void AfterStep(CoroTask task)
    {
        if (_threshold < TimeSpan.Zero || task.Owner is not TaskGroup group || task.IsDone) return;
        if (!group.WaitsForOne)
        {
            _last.Remove(task);     // it has started others
            return;
        }
        if (!_last.TryGetValue(task, out var solitude)) _last.Add(task, solitude = new Solitude(loop.Time));
        solitude.Steps++;
        if (solitude.Steps < MinSteps || solitude.IsReported || loop.Time - solitude.Since < _threshold) return;
        if (_childCounts.GetOrCreateValue(group).Value < 2) return;
        solitude.IsReported = true;
        Report(task, solitude);
    }

    void Report(CoroTask task, Solitude solitude) => checks.Found(
        $"Task {task.Name} has outlived its siblings by {ReportText.Duration(loop.Time - solitude.Since)} and goes on in steps, while its group waits at " +
        "its end for it alone. If it is endless, the group is never left: start such a task outside, with Coro.CreateTask, and cancel it when it is no " +
        "longer needed; or end this group with Cancel(). If it only takes long, raise RunOptions.EndlessChildThreshold." +
        ReportText.Section("it waits", CoroutineStack.Of(task.Strand).Lines()), task);

    /// <param name="Since">When it was first seen alone.</param>
    sealed record Solitude(TimeSpan Since)
    {
        internal int Steps { get; set; }
        internal bool IsReported { get; set; }
    }
}
