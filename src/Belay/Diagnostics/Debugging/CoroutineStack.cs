namespace Belay;

/// <summary>The coroutines that a strand was suspended in at a moment, innermost first. Can be kept, and read on any thread.</summary>
internal sealed class CoroutineStack
{
    /// <summary>Each step of a deep recursion would take long to note in full.</summary>
    const int MaxDepth = 100;

    internal static readonly CoroutineStack Empty = new([]);

    readonly (Type Type, int State)[] _positions;

    CoroutineStack((Type, int)[] positions) => _positions = positions;

    internal static CoroutineStack Of(TaskStrand? strand)
    {
        if (strand?.Innermost is not { } innermost) return Empty;
        var positions = new List<(Type, int)>();
        for (Frame? frame = innermost; frame is not null && positions.Count < MaxDepth; frame = frame.Parent)
            if (frame.Position is { } position) positions.Add(position);
        return new([.. positions]);
    }

    internal (Type Type, int State)? Innermost => _positions.Length == 0 ? null : _positions[0];

    internal IEnumerable<string> Lines() => Lines(0);

    /// <summary>Those who await a coroutine that is on it.</summary>
    internal IEnumerable<string> LinesAbove(Type? stateMachine)
    {
        var index = Array.FindIndex(_positions, position => position.Type == stateMachine);
        return index < 0 ? [] : Lines(index + 1);
    }

    IEnumerable<string> Lines(int start)
    {
        foreach (var (type, state) in _positions.Skip(start))
            if (type.Assembly != typeof(CoroutineStack).Assembly) yield return ReportText.Place(StateMachineNames.Describe(type, state));
    }
}
