using Belay.Bench.Comparing;

namespace Belay.Bench.Work;

/// <summary>Everything that is measured, in the order of the table. A new item is a file here, a script in python/
/// and a function in go/ by the same name, and a line in this list.</summary>
public static class WorkItems
{
    public static IReadOnlyList<WorkItem> All { get; } =
    [
        YieldWork.Item,
        CallWork.Item,
        SpawnWork.Batch,
        SpawnWork.One,
        SpawnWork.BatchOfActions,
        SpawnWork.OneAction,
        CancelWork.Plain,
        CancelWork.Deep,
        CancelWork.Finally,
        GatherWork.Item,
        WaitForWork.Item,
        SleepersWork.Item,
        LockWork.Item,
        HandOverWork.One,
        HandOverWork.Hundred,
        RunWork.Item,
        ForeignWork.Completed,
        ForeignWork.Pending,
        ForeignWork.Thread,
        DequeWork.Queue,
        DequeWork.Stack,
        DequeWork.Left,
        SliceWork.Item,
        .. PickleWork.All,
        .. EchoWork.All,
    ];
}
