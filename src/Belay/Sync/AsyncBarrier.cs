namespace Belay;

/// <summary>Where a number of tasks wait for each other, again and again. asyncio.Barrier. Not thread-safe.</summary>
/// <remarks>It belongs to the loop whose tasks were the first to wait at it.</remarks>
public sealed class AsyncBarrier
{
    /// <summary>Notified whenever the state or the count changes in a way that others wait for.</summary>
    readonly AsyncCondition _changed = new();
    BarrierState _state;
    int _count;

    /// <summary>Makes one.</summary>
    /// <param name="parties">How many tasks have to come.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than one.</exception>
    public AsyncBarrier(int parties)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parties, 1);
        Parties = parties;
    }

    /// <summary>How many tasks have to come before all go on. asyncio: parties.</summary>
    public int Parties { get; }

    /// <summary>How many have come and wait for the others. asyncio: n_waiting.</summary>
    public int WaitingCount => _state == BarrierState.Filling ? _count : 0;

    /// <summary>Whether it was aborted. asyncio: broken.</summary>
    public bool IsBroken => _state == BarrierState.Broken;

    /// <summary>
    /// Waits until as many tasks have come as there are <see cref="Parties"/>; then all go on. One that comes while the last lot is leaving
    /// waits until it has left. asyncio: wait.
    /// </summary>
    /// <remarks>Cancelled, it does not break the barrier: it has not come. An index may then be given twice, as in asyncio.</remarks>
    /// <returns>0 … <see cref="Parties"/> - 1, by arrival.</returns>
    /// <exception cref="BrokenBarrierException">The barrier is broken, or was broken or reset while it waited.</exception>
    /// <exception cref="InvalidOperationException">No loop runs here, or tasks of another loop have waited at this barrier.</exception>
    public async Coro<int> WaitAsync()
    {
        using var held = await _changed.AcquireAsync();
        while (_state is BarrierState.Draining or BarrierState.Resetting) await _changed.WaitAsync();
        if (_state == BarrierState.Broken) throw new BrokenBarrierException();
        var index = _count++;
        try
        {
            if (index + 1 == Parties) Enter(BarrierState.Draining);
            else
            {
                while (_state == BarrierState.Filling) await _changed.WaitAsync();
                if (_state is BarrierState.Broken or BarrierState.Resetting) throw new BrokenBarrierException();
            }
            return index;
        }
        finally
        {
            if (--_count == 0) Enter(IsBroken ? BarrierState.Broken : BarrierState.Filling);
        }
    }

    /// <summary>Makes it as new. Those who wait get a <see cref="BrokenBarrierException"/>; a broken one is usable again. asyncio: reset.</summary>
    /// <exception cref="InvalidOperationException">No loop runs here, or tasks of another loop have waited at this barrier.</exception>
    public async Coro ResetAsync()
    {
        using var held = await _changed.AcquireAsync();
        Enter(_count > 0 ? BarrierState.Resetting : BarrierState.Filling);
    }

    /// <summary>Breaks it: those who wait and those who come get a <see cref="BrokenBarrierException"/>, until it is reset. asyncio: abort.</summary>
    /// <exception cref="InvalidOperationException">No loop runs here, or tasks of another loop have waited at this barrier.</exception>
    public async Coro AbortAsync()
    {
        using var held = await _changed.AcquireAsync();
        Enter(BarrierState.Broken);
    }

    void Enter(BarrierState state)
    {
        _state = state;
        _changed.NotifyAll();
    }
}
