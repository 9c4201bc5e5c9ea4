using Belay.Tests.Support;

namespace Belay.Tests.Tasks;

/// <summary>A task that is cancelled before its first step never runs its body.</summary>
public class CancelBeforeStartTests
{
    [Fact]
    public void Cancel_BeforeTheFirstStep_BodyNeverRuns() => Loop.Run(async () =>
    {
        var log = new List<string>();
        var task = Coro.CreateTask(Body());
        Assert.True(task.Cancel());
        Assert.False(task.IsDone);
        Assert.Equal(1, task.Cancelling);
        await Coro.Yield();
        Assert.True(task.IsCancelled);
        Assert.Empty(log);

        async Coro Body()
        {
            try
            {
                log.Add("body");
                await Coro.Yield();
            }
            finally
            {
                log.Add("finally");
            }
        }
    });

    [Fact]
    public void Cancel_BeforeTheFirstStep_MessageReachesTheAwaiter() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Forever());
        task.Cancel("my message");
        Assert.Equal("my message", (await Expect.Throws<CancelledException>(task)).Message);
    });

    [Fact]
    public void Cancel_TwiceBeforeTheFirstStep_EndsCancelledOnce() => Loop.Run(async () =>
    {
        var calls = 0;
        var task = Coro.CreateTask(Work.Forever());
        task.AddDoneCallback(_ => calls++);
        Assert.True(task.Cancel("first"));
        Assert.True(task.Cancel("second"));
        Assert.Equal(2, task.Cancelling);
        Assert.Equal("second", (await Expect.Throws<CancelledException>(task)).Message);
        await Coro.Yield();
        Assert.Equal(1, calls);
    });

    [Fact]
    public void Uncancel_BeforeTheFirstStep_BodyRunsAfterAll() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Return(3));
        task.Cancel();
        Assert.Equal(0, task.Uncancel());
        Assert.Equal(3, await task);
    });

    [Fact]
    public void Cancel_BeforeTheFirstStep_TaskIsForgotten() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Forever());
        task.Cancel();
        Assert.Contains(task, Coro.AllTasks());
        await Coro.Yield();
        Assert.DoesNotContain(task, Coro.AllTasks());
    });

    [Fact]
    public void Cancel_BeforeTheFirstStep_CoroutineIsUsedUp() => Loop.Run(async () =>
    {
        var body = Work.Return(3);
        var task = Coro.CreateTask(body);
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        await Expect.Throws<InvalidOperationException>(body);
    });

    [Fact]
    public void Cancel_OfManyBeforeTheirFirstStep_CancelsAll() => Loop.Run(async () =>
    {
        var tasks = Enumerable.Range(0, 1000).Select(_ => Coro.CreateTask(Work.Forever())).ToList();
        Assert.All(tasks, task => Assert.True(task.Cancel()));
        await Coro.Yield();
        Assert.All(tasks, task => Assert.True(task.IsCancelled));
    });
}
