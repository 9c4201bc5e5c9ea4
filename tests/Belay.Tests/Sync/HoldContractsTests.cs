namespace Belay.Tests.Sync;

public class LockHoldTests : HoldContract
{
    AsyncLock _gate = new();

    private protected override void Renew() => _gate = new();
    private protected override bool IsLocked => _gate.IsLocked;
    private protected override async Coro<IDisposable> Acquire() => await _gate.AcquireAsync();
    private protected override bool TryAcquire() => _gate.TryAcquire();
    private protected override void Release() => _gate.Release();

    private protected override async Coro AcquireAndDispose(int count)
    {
        for (var i = 0; i < count; i++)
        {
            using (await _gate.AcquireAsync())
            {
            }
        }
    }

    private protected override async Coro AcquireAndRelease(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await _gate.AcquireAsync();
            _gate.Release();
        }
    }
}

public class SemaphoreHoldTests : HoldContract
{
    AsyncSemaphore _semaphore = new();

    private protected override void Renew() => _semaphore = new();
    private protected override bool IsLocked => _semaphore.IsLocked;
    private protected override async Coro<IDisposable> Acquire() => await _semaphore.AcquireAsync();
    private protected override bool TryAcquire() => _semaphore.TryAcquire();
    private protected override void Release() => _semaphore.Release();

    private protected override async Coro AcquireAndDispose(int count)
    {
        for (var i = 0; i < count; i++)
        {
            using (await _semaphore.AcquireAsync())
            {
            }
        }
    }

    private protected override async Coro AcquireAndRelease(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await _semaphore.AcquireAsync();
            _semaphore.Release();
        }
    }
}

public class BoundedSemaphoreHoldTests : HoldContract
{
    AsyncBoundedSemaphore _semaphore = new();

    private protected override void Renew() => _semaphore = new();
    private protected override bool IsLocked => _semaphore.IsLocked;
    private protected override async Coro<IDisposable> Acquire() => await _semaphore.AcquireAsync();
    private protected override bool TryAcquire() => _semaphore.TryAcquire();
    private protected override void Release() => _semaphore.Release();

    private protected override async Coro AcquireAndDispose(int count)
    {
        for (var i = 0; i < count; i++)
        {
            using (await _semaphore.AcquireAsync())
            {
            }
        }
    }

    private protected override async Coro AcquireAndRelease(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await _semaphore.AcquireAsync();
            _semaphore.Release();
        }
    }
}
