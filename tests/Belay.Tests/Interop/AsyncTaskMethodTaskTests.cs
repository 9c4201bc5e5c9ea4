using Belay.Tests.Support;

namespace Belay.Tests.Interop;

/// <summary>Whose task an ordinary async method's code belongs to, and what becomes of several at once.</summary>
public class AsyncTaskMethodTaskTests
{
    readonly List<string> _log = [];

    [Fact]
    public void CurrentTask_BetweenTheMethodsAwaits_IsTheCallers() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Caller());
        Assert.All(await task, seen => Assert.Same(task, seen));

        static async Coro<List<CoroTask>> Caller() => await Method();

        static async Task<List<CoroTask>> Method()
        {
            var seen = new List<CoroTask> { Coro.CurrentTask };
            await Work.Return(1, turns: 2);
            seen.Add(Coro.CurrentTask);
            seen.Add(await Inner());
            await new Operation().EndSoon();
            seen.Add(Coro.CurrentTask);
            return seen;
        }

        static async Coro<CoroTask> Inner()
        {
            await Coro.Yield();
            return Coro.CurrentTask;
        }
    });

    [Fact]
    public void CurrentTask_OfManyTasksWithMethods_IsNeverAnothers() => Loop.Run(async () =>
    {
        var tasks = Enumerable.Range(0, 20).Select(i => Coro.CreateTask(Caller(i))).ToList();
        foreach (var task in tasks)
        {
            await task;
        }

        static async Coro Caller(int index)
        {
            var self = Coro.CurrentTask;
            await Method(index, self);
            Assert.Same(self, Coro.CurrentTask);
        }

        static async Task Method(int index, CoroTask self)
        {
            for (var i = 0; i < 20; i++)
            {
                switch ((index + i) % 4)
                {
                    case 0:
                        await Coro.Yield();
                        break;
                    case 1:
                        await Task.Yield();
                        break;
                    case 2:
                        await Task.Run(() => { });
                        break;
                    default:
                        await new Operation().EndSoon();
                        break;
                }
                Assert.Same(self, Coro.CurrentTask);
            }
        }
    });

    [Fact]
    public void Cancel_WithSeveralMethodsAtOnce_UnwindsAll() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Caller());
        await Loop.Turns(2);
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.True(task.IsCancelled);
        Assert.Equal(["first", "second"], _log);

        async Coro Caller() => await Task.WhenAll(Method("first"), Method("second"));
    });

    [Fact]
    public void Await_OfSeveralMethodsAtOnce_RunsThemSideBySide() => Loop.Run(async () =>
    {
        var first = Steps("a", 3);
        var second = Steps("b", 3);
        await Task.WhenAll(first, second);
        Assert.Equal(["a0", "b0", "a1", "b1", "a2", "b2"], _log);

        async Task Steps(string name, int count)
        {
            for (var i = 0; i < count; i++)
            {
                _log.Add($"{name}{i}");
                await Coro.Yield();
            }
        }
    });

    [Fact]
    public void Shutdown_WithAMethodNobodyAwaits_CancelsAndAwaitsItsCoroutine()
    {
        Task? left = null;
        Loop.Run(async () =>
        {
            left = Method("left");
            await Coro.Yield();
        });
        Assert.Equal(["left"], _log);
        Assert.True(left!.IsCanceled);
    }

    [Fact]
    public void AsyncVoidCallback_ThatFailsAfterAnAwait_IsReported()
    {
        var errors = Loop.RunCollectingErrors(async () =>
        {
            EventLoop.Running.CallSoon(Callback);
            await Loop.Turns(10);
        });
        Assert.IsType<Boom>(Assert.Single(errors).Exception);

        static async void Callback()
        {
            await Work.Return(1, turns: 2);
            throw new Boom();
        }
    }

    [Fact]
    public void Await_InAMethodCalledFromACallback_WorksOutsideAnyTask() => Loop.Run(async () =>
    {
        Task<int>? method = null;
        EventLoop.Running.CallSoon(() => method = Method());
        await Coro.Yield();
        Assert.Equal(3, await method!);

        static async Task<int> Method()
        {
            var value = await Work.Return(3, turns: 2);
            Assert.Throws<InvalidOperationException>(() => Coro.CurrentTask);
            return value;
        }
    });

    async Task Method(string name)
    {
        try
        {
            await Work.Forever();
        }
        finally
        {
            _log.Add(name);
        }
    }
}
