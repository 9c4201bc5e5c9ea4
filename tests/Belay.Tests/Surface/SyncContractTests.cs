using Belay.Tests.Support;

namespace Belay.Tests.Surface;

/// <inheritdoc cref="CoroutineContractTests"/>
public class SyncContractTests
{
    [Fact]
    public void Lock_HasItsMembers() => Loop.Run(async () =>
    {
        AsyncLock gate = new();
        using (AsyncLock.Releaser releaser = await gate.AcquireAsync())
        {
            Assert.True(gate.IsLocked);
        }
        Coro<AsyncLock.Releaser> acquiring = gate.AcquireAsync();
        await acquiring;
        gate.Release();
        Assert.True(gate.TryAcquire());
        IDisposable none = default(AsyncLock.Releaser);
        none.Dispose();
    });

    [Fact]
    public void Event_HasItsMembers() => Loop.Run(async () =>
    {
        AsyncEvent ready = new();
        ready.Set();
        Coro waiting = ready.WaitAsync();
        await waiting;
        Assert.True(ready.IsSet);
        ready.Clear();
    });

    [Fact]
    public void Condition_HasItsMembers() => Loop.Run(async () =>
    {
        AsyncCondition condition = new(gate: new AsyncLock());
        using (AsyncLock.Releaser releaser = await condition.AcquireAsync())
        {
            condition.Notify(count: 1);
            condition.Notify();
            condition.NotifyAll();
            await condition.WaitForAsync(predicate: () => condition.IsLocked);
        }
        await new AsyncCondition().AcquireAsync();
        Coro waiting = condition.WaitAsync();
        await Expect.Throws<InvalidOperationException>(waiting);
        await condition.AcquireAsync();
        condition.Release();
    });

    [Fact]
    public void Semaphores_HaveTheirMembers() => Loop.Run(async () =>
    {
        AsyncSemaphore semaphore = new AsyncBoundedSemaphore(value: 2);
        using (AsyncSemaphore.Releaser releaser = await semaphore.AcquireAsync())
        {
            Assert.False(semaphore.IsLocked);
            Assert.True(semaphore.TryAcquire());
            semaphore.Release();
        }
        Assert.Throws<SemaphoreFullException>(semaphore.Release);
        Assert.False(new AsyncSemaphore(value: 1).IsLocked);
        Assert.False(new Turnstile().IsLocked);
    });

    [Fact]
    public void Barrier_HasItsMembers() => Loop.Run(async () =>
    {
        AsyncBarrier barrier = new(parties: 1);
        int index = await barrier.WaitAsync();
        await barrier.ResetAsync();
        await barrier.AbortAsync();
        Assert.Equal((0, 1, 0, true), (index, barrier.Parties, barrier.WaitingCount, barrier.IsBroken));
        Assert.IsAssignableFrom<InvalidOperationException>(new BrokenBarrierException());
    });

    [Fact]
    public void Queues_HaveTheirMembers() => Loop.Run(async () =>
    {
        foreach (AsyncQueue<string> queue in new[] { new AsyncQueue<string>(maxSize: 2), new AsyncLifoQueue<string>(maxSize: 2), new AsyncPriorityQueue<string>(maxSize: 2, comparer: StringComparer.Ordinal) })
        {
            await queue.PutAsync(item: "a");
            Assert.True(queue.TryPut(item: "b"));
            Assert.Equal((2, 2, false, true, false), (queue.MaxSize, queue.Count, queue.IsEmpty, queue.IsFull, queue.IsShutDown));
            string first = await queue.GetAsync();
            Assert.True(queue.TryGet(out string? second));
            Assert.Equal("ab", string.Concat(new[] { first, second }.Order()));
            queue.TaskDone();
            queue.TaskDone();
            await queue.JoinAsync();
            queue.Shutdown(immediate: true);
            IAsyncEnumerable<string> rest = queue.ReadAllAsync();
            await foreach (string item in rest)
            {
                Assert.Fail($"There is no {item}.");
            }
            await Expect.Throws<QueueShutDownException>(queue.PutAsync("c"));
        }
    });

    /// <summary>Release is virtual, and a semaphore may be derived from.</summary>
    sealed class Turnstile : AsyncSemaphore
    {
        public override void Release() => base.Release();
    }
}
