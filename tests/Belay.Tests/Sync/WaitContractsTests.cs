namespace Belay.Tests.Sync;

public class LockWaitTests : WaitContract
{
    readonly AsyncLock _gate = new();

    private protected override async Coro Prepare() => await _gate.AcquireAsync();

    private protected override async Coro Wait()
    {
        using (await _gate.AcquireAsync())
        {
        }
    }

    private protected override async Coro Wake()
    {
        if (_gate.IsLocked)
        {
            _gate.Release();
        }
    }
}

public class SemaphoreWaitTests : WaitContract
{
    readonly AsyncSemaphore _semaphore = new(0);

    private protected override async Coro Wait() => await _semaphore.AcquireAsync();

    private protected override async Coro Wake() => _semaphore.Release();

    private protected override async Coro Prepare()
    {
        while (_semaphore.TryAcquire())
        {
        }
    }
}

public class EventWaitTests : WaitContract
{
    readonly AsyncEvent _event = new();

    private protected override Coro Wait() => _event.WaitAsync();

    private protected override async Coro Wake()
    {
        _event.Set();
        _event.Clear();
    }
}

public class ConditionWaitTests : WaitContract
{
    readonly AsyncCondition _condition = new();

    private protected override async Coro Wait()
    {
        using (await _condition.AcquireAsync())
        {
            await _condition.WaitAsync();
        }
    }

    private protected override async Coro Wake()
    {
        using (await _condition.AcquireAsync())
        {
            _condition.Notify();
        }
    }
}

public class ConditionPredicateWaitTests : WaitContract
{
    readonly AsyncCondition _condition = new();
    int _allowed;

    private protected override bool KeepsOrder => false;

    private protected override async Coro Wait()
    {
        using (await _condition.AcquireAsync())
        {
            await _condition.WaitForAsync(() => _allowed > 0);
            _allowed--;
        }
    }

    private protected override async Coro Wake()
    {
        using (await _condition.AcquireAsync())
        {
            _allowed = 1;
            _condition.Notify();
        }
    }

    private protected override async Coro Prepare() => _allowed = 0;
}

public class BarrierWaitTests : WaitContract
{
    readonly AsyncBarrier _barrier = new(5);

    private protected override bool KeepsOrder => false;

    private protected override async Coro Wait() => await _barrier.WaitAsync();

    private protected override async Coro Wake() => await TaskGroup.Run(async group =>
    {
        for (var i = _barrier.WaitingCount; i < 5; i++)
        {
            _ = group.CreateTask(_barrier.WaitAsync());
        }
    });
}

public class QueueGetWaitTests : WaitContract
{
    readonly AsyncQueue<string> _queue = new();

    private protected override async Coro Wait() => await _queue.GetAsync();

    private protected override async Coro Wake() => _queue.TryPut("item");

    private protected override async Coro Prepare()
    {
        while (_queue.TryGet(out _))
        {
        }
    }
}

public class QueuePutWaitTests : WaitContract
{
    readonly AsyncQueue<string> _queue = new(1);

    private protected override Coro Wait() => _queue.PutAsync("item");

    private protected override async Coro Wake() => _queue.TryGet(out _);

    private protected override async Coro Prepare() => _queue.TryPut("first");
}

public class QueueJoinWaitTests : WaitContract
{
    readonly AsyncQueue<string> _queue = new();

    private protected override Coro Wait() => _queue.JoinAsync();

    private protected override async Coro Wake()
    {
        _queue.TaskDone();
        _queue.TryPut("item");
    }

    private protected override async Coro Prepare() => _queue.TryPut("item");
}

public class QueueReaderWaitTests : WaitContract
{
    readonly AsyncQueue<string> _queue = new();

    private protected override async Coro Wait()
    {
        await foreach (var item in _queue.ReadAllAsync())
        {
            break;
        }
    }

    private protected override async Coro Wake() => _queue.TryPut("item");

    private protected override async Coro Prepare()
    {
        while (_queue.TryGet(out _))
        {
        }
    }
}
