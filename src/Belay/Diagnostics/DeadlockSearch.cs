namespace Belay;

/// <summary>
/// Looks for rings of tasks that wait for each other in any way: for locks, at awaits, at the ends of groups. Those that run through
/// locks alone are found when they are closed (<see cref="LockRing"/>); the others might be broken by a time-out or a cancellation, so
/// they are looked for when nothing is left that could do so.
/// </summary>
internal sealed class DeadlockSearch(EventLoop loop)
{
    /// <summary>The tasks that have been looked at, and where they are in the path; -1 if they are not.</summary>
    readonly Dictionary<CoroTask, int> _places = [];

    /// <summary>The tasks from where the search began to where it is, each with those it waits for that are still to be looked at.</summary>
    readonly List<(CoroTask Task, ITaskWait Wait, IEnumerator<CoroTask> Left)> _path = [];

    /// <summary>The rings, each in words and with one of its tasks.</summary>
    internal static IEnumerable<(string Text, CoroTask Task)> Run(EventLoop loop) => loop.LiveTasks().SelectMany(new DeadlockSearch(loop).From);

    /// <summary>Goes as deep as it can before it looks at what is beside; without recursion, for chains may be long.</summary>
    IEnumerable<(string Text, CoroTask Task)> From(CoroTask start)
    {
        Enter(start);
        while (_path.Count > 0)
        {
            var (_, _, left) = _path[^1];
            if (!left.MoveNext()) Leave();
            else if (_places.TryGetValue(left.Current, out var begin) && begin >= 0) yield return (Describe(begin), left.Current);
            else Enter(left.Current);
        }
    }

    void Enter(CoroTask task)
    {
        if (!_places.TryAdd(task, -1) || task.Strand is not { Wait: ITaskWait wait } strand || strand.Loop != loop) return;
        _places[task] = _path.Count;
        _path.Add((task, wait, wait.Blockers.GetEnumerator()));
    }

    void Leave()
    {
        _places[_path[^1].Task] = -1;
        _path.RemoveAt(_path.Count - 1);
    }

    string Describe(int begin) => string.Join("; ", _path.Skip(begin).Select(step => $"{step.Task.Name} {step.Wait.Describe(step.Left.Current)}"));
}
