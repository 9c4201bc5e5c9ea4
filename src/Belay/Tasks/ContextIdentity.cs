namespace Belay;

/// <summary>Whose context it is: a task's, or that of a single callback. Main tasks of one runner share theirs.</summary>
internal readonly record struct ContextIdentity(object? Owner, long Callback)
{
    internal static ContextIdentity Current
    {
        get
        {
            if (Strand.Current is not TaskStrand strand) return default;
            if (strand.Task is not { } task) return new(strand.Loop, strand.Loop.CallbackCount);
            return new(task == strand.Loop.MainTask ? strand.Loop : task, 0);
        }
    }
}
