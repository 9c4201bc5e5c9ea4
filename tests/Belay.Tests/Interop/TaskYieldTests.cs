using Belay.Tests.Support;

namespace Belay.Tests.Interop;

/// <summary>Task.Yield goes round by the thread pool, and comes back to the loop.</summary>
public class TaskYieldTests
{
    [Fact]
    public void TaskYield_Awaited_ResumesOnTheLoop() => Loop.Run(async () =>
    {
        var home = Environment.CurrentManagedThreadId;
        var self = Coro.CurrentTask;
        for (var i = 0; i < 100; i++)
        {
            await Task.Yield();
            Assert.Equal(home, Environment.CurrentManagedThreadId);
            Assert.Same(self, Coro.CurrentTask);
        }
    });

    [Fact]
    public void TaskYield_ByManyTasks_LosesNone() => Loop.Run(async () =>
    {
        var done = 0;
        var tasks = Enumerable.Range(0, 100).Select(_ => Coro.CreateTask(Hop())).ToList();
        foreach (var task in tasks)
        {
            await task;
        }
        Assert.Equal(100 * 20, done);

        async Coro Hop()
        {
            for (var i = 0; i < 20; i++)
            {
                await Task.Yield();
                done++;
            }
        }
    });

    [Fact]
    public void Cancel_AtATaskYield_IsDeliveredThere() => Loop.Run(async () =>
    {
        for (var i = 0; i < 200; i++)
        {
            var log = new List<string>();
            var task = Coro.CreateTask(Body(log), eager: true);
            Assert.True(task.Cancel("stop"));
            Assert.Equal("stop", (await Expect.Throws<CancelledException>(task)).Message);
            Assert.Equal(["begin", "finally"], log);
        }

        static async Coro Body(List<string> log)
        {
            log.Add("begin");
            try
            {
                await Task.Yield();
                log.Add("resumed");
            }
            finally
            {
                log.Add("finally");
            }
        }
    });

    [Fact]
    public void Cancel_RequestedBeforeATaskYield_IsDeliveredThere() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Body());
        Assert.Equal("caught", await task);

        static async Coro<string> Body()
        {
            Coro.CurrentTask.Cancel();
            try
            {
                await Task.Yield();
                return "resumed";
            }
            catch (CancelledException)
            {
                return "caught";
            }
        }
    });

    [Fact]
    public void Cancel_AtATaskYieldInFramesWithoutHandler_EndsTheTask() => Loop.Run(async () =>
    {
        for (var i = 0; i < 200; i++)
        {
            var task = Coro.CreateTask(Outer(), eager: true);
            Assert.True(task.Cancel());
            await Expect.Throws<CancelledException>(task);
            Assert.True(task.IsCancelled);
        }

        static async Coro Outer() => await Inner();

        static async Coro Inner() => await Task.Yield();
    });

    [Fact]
    public void Cancel_SwallowedAtATaskYield_NextOneWorks() => Loop.Run(async () =>
    {
        for (var i = 0; i < 100; i++)
        {
            var task = Coro.CreateTask(Body(), eager: true);
            task.Cancel();
            Assert.Equal(10, await task);
        }

        static async Coro<int> Body()
        {
            var rounds = 0;
            try
            {
                await Task.Yield();
                rounds = 100;
            }
            catch (CancelledException)
            {
                for (; rounds < 10; rounds++)
                {
                    await Task.Yield();
                }
            }
            return rounds;
        }
    });
}
