namespace HubSample.Coroutines;

/// <summary>Wakes all that wait. It carries no state: whoever waits looks again at what it waits for, in a loop.</summary>
sealed class Signal
{
    // A future for each waiter, not one for all: cancelling a task cancels what it waits for.
    readonly List<Future<bool>> _waiters = [];

    public async Coro WaitAsync()
    {
        var waiter = new Future<bool>();
        _waiters.Add(waiter);
        try
        {
            await waiter;
        }
        finally
        {
            _waiters.Remove(waiter);
        }
    }

    public void Wake()
    {
        foreach (var waiter in _waiters)
        {
            if (!waiter.IsDone)
            {
                waiter.SetResult(true);
            }
        }
    }
}
