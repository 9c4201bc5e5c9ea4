using Belay.Tests.Support;

namespace Belay.Tests.Surface;

/// <inheritdoc cref="CoroutineContractTests"/>
public class CombinatorContractTests
{
    [Fact]
    public void Gather_AllKinds_HaveTheirNamesAndTypes() => Loop.Run(async () =>
    {
        Future<int[]> coroutines = Coro.Gather(coroutines: [Work.Return(1)]);
        Future<int[]> tasks = Coro.Gather(tasks: new List<CoroTask<int>> { Coro.CreateTask(Work.Return(1)) });
        Future<int[]> futures = Coro.Gather(futures: new List<Future<int>> { Done(1) });
        Future plain = Coro.Gather(Coro.Yield(), Coro.Yield());
        Future collection = Coro.Gather(coroutines: (IEnumerable<Coro>)[Coro.Yield()]);
        Future plainTasks = Coro.Gather(tasks: (IEnumerable<CoroTask>)[Coro.CreateTask(Coro.Yield())]);
        Future<(int, string)> pair = Coro.Gather(first: Work.Return(1), second: Work.Return("b"));
        Future<(int, string, bool)> three = Coro.Gather(first: Start(1), second: Start("b"), third: Start(true));
        Future<Outcome<int>[]> outcomes = Coro.GatherOutcomes(coroutines: [Work.Return(1)]);
        Future<Exception?[]> failures = Coro.GatherOutcomes(coroutines: (IEnumerable<Coro>)[Coro.Yield()]);
        await Coro.Gather(coroutines, tasks, futures, plain, collection, plainTasks, pair, three, outcomes, failures);
    });

    [Fact]
    public void Shield_AllKinds_HaveTheirNamesAndTypes() => Loop.Run(async () =>
    {
        Future plain = Coro.Shield(awaitable: Coro.Yield());
        Future<int> coroutine = Coro.Shield(awaitable: Work.Return(1));
        Future<int> task = Coro.Shield(task: Start(1));
        Future<int> future = Coro.Shield(future: Done(1));
        await Coro.Gather(plain, coroutine, task, future);
    });

    [Fact]
    public void Waits_AllKinds_HaveTheirNamesAndTypes() => Virtual.Run(async () =>
    {
        WaitResult result = await Coro.Wait(futures: [Done(1)], timeout: TimeSpan.FromSeconds(1), returnWhen: ReturnWhen.FirstException);
        _ = Assert.Single(result.Done);
        await Coro.WaitFor(awaitable: Coro.Yield(), timeout: null);
        int coroutine = await Coro.WaitFor(awaitable: Work.Return(1), timeout: TimeSpan.FromSeconds(1));
        int task = await Coro.WaitFor(task: Start(1), timeout: TimeSpan.FromSeconds(1));
        int future = await Coro.WaitFor(future: Done(1), timeout: TimeSpan.FromSeconds(1));
        Assert.Equal((1, 1, 1), (coroutine, task, future));
        IAsyncEnumerable<CoroTask<int>> typed = Coro.AsCompleted(tasks: (IEnumerable<CoroTask<int>>)[Start(1)], timeout: null);
        await foreach (CoroTask<int> done in typed)
        {
            Assert.Equal(1, done.Result);
        }
        await foreach (CoroTask done in Coro.AsCompleted(tasks: (IEnumerable<CoroTask>)[Start(1)]))
        {
            Assert.True(done.IsDone);
        }
    });

    [Fact]
    public void Timeouts_AllKinds_HaveTheirNamesAndTypes() => Virtual.Run(async () =>
    {
        await Coro.Timeout(delay: TimeSpan.FromSeconds(1), body: async scope =>
        {
            TimeSpan? when = scope.When;
            scope.Reschedule(when: when);
            Assert.False(scope.IsExpired);
            await Coro.Yield();
        });
        Assert.Equal(1, await Coro.Timeout(delay: null, body: _ => Work.Return(1)));
        await Coro.TimeoutAt(when: TimeSpan.FromSeconds(1), body: _ => Coro.Yield());
        Assert.Equal(1, await Coro.TimeoutAt(when: null, body: async _ => await Work.Return(1, turns: 1)));
    });

    [Fact]
    public void Threads_AllKinds_HaveTheirNamesAndTypes() => Loop.Run(async () =>
    {
        await Coro.ToThread(work: () => { });
        int result = await Coro.ToThread(work: () => 1);
        Task plain = Coro.RunThreadSafe(coroutine: Coro.Yield(), loop: EventLoop.Running, cancellationToken: default);
        Task<int> typed = Coro.RunThreadSafe(coroutine: Work.Return(result), loop: EventLoop.Running, cancellationToken: default);
        await plain;
        Assert.Equal(1, await typed);
    });

    static CoroTask<T> Start<T>(T value) => Coro.CreateTask(Work.Return(value));

    static Future<T> Done<T>(T value)
    {
        var future = new Future<T>();
        future.SetResult(value);
        return future;
    }
}
