namespace Belay;

/// <summary>
/// Counts how often a strand comes back to an await that it once waited at, having gone on meanwhile: then it is in a loop. In debug mode
/// every frame is used once, so that a frame and its state name one run of one await.
/// </summary>
internal sealed class RoundCounter
{
    readonly List<(Frame Frame, int State, Frame? Awaited)> _places = [];

    /// <param name="strand">It is suspended; the awaits that count are those it waits at now.</param>
    internal RoundCounter(TaskStrand strand) => Remember(strand);

    internal int Rounds { get; private set; }

    /// <summary>A step of the strand has ended at an await.</summary>
    internal void OnStep(TaskStrand strand)
    {
        Frame? awaited = null;
        for (var frame = strand.Innermost; frame is not null; (awaited, frame) = (frame, frame.Parent))
        {
            if (StateOf(frame) is not { } state || !IsSecondWait(frame, state, awaited)) continue;
            Rounds++;
            Remember(strand);
            return;
        }
    }

    void Remember(TaskStrand strand)
    {
        _places.Clear();
        Frame? awaited = null;
        for (var frame = strand.Innermost; frame is not null; (awaited, frame) = (frame, frame.Parent))
            if (StateOf(frame) is { } state) _places.Add((frame, state, awaited));
    }

    /// <summary>A frame that awaits the coroutine it awaited before has not run meanwhile. The innermost frame has: the step was its own.</summary>
    bool IsSecondWait(Frame frame, int state, Frame? awaited)
    {
        foreach (var place in _places)
            if (place.Frame == frame) return place.State == state && (awaited is null || awaited != place.Awaited);
        return false;
    }

    /// <summary>
    /// Null where it is not known, and for the loops of Belay's own coroutines: those wait again on purpose, as a condition for its lock and a
    /// group for its children do.
    /// </summary>
    static int? StateOf(Frame frame) =>
        frame.Position is (var type, >= 0 and var state) && type.Assembly != typeof(RoundCounter).Assembly ? state : null;
}
