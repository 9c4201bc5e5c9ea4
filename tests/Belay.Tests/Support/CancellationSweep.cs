namespace Belay.Tests.Support;

/// <summary>
/// Runs a scenario again and again, its victim cancelled in its first turn, in its second, and so on, until it ends before its turn comes:
/// thus at every await, and whether what it waits for has come already or not. Once before everything else in the turn and once after.
/// </summary>
sealed class CancellationSweep
{
    /// <summary>No scenario takes so many turns; one that never ends would be swept for ever.</summary>
    const int MaxTurns = 500;

    readonly int _turn;
    readonly bool _first;
    readonly int _times;
    CoroTask? _victim;
    int _count;

    CancellationSweep(int turn, bool first, int times) => (_turn, _first, _times) = (turn, first, times);

    /// <summary>Whether the victim was still there to be cancelled.</summary>
    public bool HasStruck { get; private set; }

    /// <param name="scenario">A whole program: starts its victim, waits for it and all others, and asserts what must hold whatever was cancelled.</param>
    /// <param name="times">In so many turns, one after the other, it is cancelled once more.</param>
    /// <returns>How many runs it took.</returns>
    public static int Run(Func<CancellationSweep, Coro> scenario, int times = 1) => Run(scenario, first: true, times) + Run(scenario, first: false, times);

    /// <summary>Starts the task that is to be cancelled.</summary>
    public CoroTask Start([TakesOwnership] Coro victim)
    {
        if (_first)
        {
            EventLoop.Running.CallSoon(Tick);
        }
        _victim = Coro.CreateTask(victim, "victim");
        if (!_first)
        {
            EventLoop.Running.CallSoon(Tick);
        }
        return _victim;
    }

    /// <summary>Waits for the victim. Whether it ended cancelled; any failure is thrown.</summary>
    public async Coro<bool> IsVictimCancelled()
    {
        try
        {
            await _victim!;
            return false;
        }
        catch (CancelledException) when (_victim!.IsCancelled)
        {
            return true;
        }
    }

    static int Run(Func<CancellationSweep, Coro> scenario, bool first, int times)
    {
        for (var turn = 0; ; turn++)
        {
            Assert.True(turn < MaxTurns, "The scenario never ends.");
            var sweep = new CancellationSweep(turn, first, times);
            try
            {
                Loop.Run(() => scenario(sweep));
            }
            catch (Exception failure)
            {
                Assert.Fail($"Cancelled in turn {turn}, {(first ? "before" : "after")} everything else: {failure}");
            }
            Assert.NotNull(sweep._victim);
            if (!sweep.HasStruck)
            {
                return turn + 1;
            }
        }
    }

    void Tick()
    {
        if (_victim is { IsDone: true })
        {
            return;
        }
        if (_count >= _turn)
        {
            HasStruck = true;
            _victim!.Cancel("swept");
        }
        if (++_count < _turn + _times)
        {
            EventLoop.Running.CallSoon(Tick);
        }
    }
}
