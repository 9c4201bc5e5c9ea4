using System.Runtime.CompilerServices;
using Belay.Tests.Support;

namespace Belay.Tests.Coroutines;

/// <summary>Depth costs memory, never stack: neither on the way down nor on the way back.</summary>
public class DeepRecursionTests
{
    const int _depth = 100_000;

    [Fact]
    public void Start_DeepWithoutSuspending_ReturnsTheValue() =>
        Assert.Equal(_depth, Loop.Run(() => Down(_depth, () => Coro.CompletedCoro)));

    [Fact]
    public void Start_DeepOnASmallStack_ReturnsTheValue()
    {
        var result = 0;
        var thread = new Thread(() => result = Coro.Run(Down(_depth, Coro.Yield)), maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(_depth, result);
    }

    [Fact]
    public void Start_DeepNearTheEndOfTheStack_ReturnsTheValue()
    {
        var result = 0;
        var thread = new Thread(Descend, maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(_depth, result);

        void Descend()
        {
            if (RuntimeHelpers.TryEnsureSufficientExecutionStack()) Descend();
            else if (result == 0) result = Coro.Run(Down(_depth, Coro.Yield));
        }
    }

    [Fact]
    public void Resume_DeepAfterYield_ReturnsTheValue() =>
        Assert.Equal(_depth, Loop.Run(() => Down(_depth, Coro.Yield)));

    [Fact]
    public void Resume_DeepAfterForeignAwait_ReturnsTheValue() =>
        Assert.Equal(_depth, Loop.Run(() => Down(_depth, ThreadPoolHop)));

    [Fact]
    public void Resume_DeepFramesThatSuspendOnTheWayBack_ReturnsTheValue() =>
        Assert.Equal(_depth, Loop.Run(() => DownYieldingBack(_depth)));

    [Fact]
    public void CreateTask_EagerDeep_ReturnsTheValue() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Down(_depth, () => Coro.CompletedCoro), eager: true);
        Assert.True(task.IsDone);
        Assert.Equal(_depth, await task);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fail_AtTheBottomOfFramesWithoutHandler_ReachesTheTop(bool suspends) => Loop.Run(async () =>
    {
        var failure = await Expect.Throws<Boom>(Down(_depth, () => Work.Fail(new Boom("deep"), suspends ? 1 : 0)));
        Assert.Equal("deep", failure.Message);
    });

    [Fact]
    public void Cancel_DeepFramesWithoutHandler_ReachesTheTop() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Down(_depth, Work.Forever));
        await Coro.Yield();
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.True(task.IsCancelled);
    });

    [Fact]
    public void Cancel_DeepFramesWithFinally_RunsEveryOne() => Loop.Run(async () =>
    {
        const int depth = 2_000;
        var left = 0;
        var task = Coro.CreateTask(DownWithFinally(depth));
        await Coro.Yield();
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.Equal(depth, left);

        async Coro DownWithFinally(int levels)
        {
            if (levels == 0)
            {
                await Work.Forever();
                return;
            }
            try
            {
                await DownWithFinally(levels - 1);
            }
            finally
            {
                left++;
            }
        }
    });

    [Fact]
    public void Await_ManyInARow_NeedsNoStack() => Loop.Run(async () =>
    {
        var sum = 0L;
        for (var i = 0; i < _depth; i++)
        {
            sum += await Coro.FromResult(1) + await Work.Return(1);
        }
        Assert.Equal(2L * _depth, sum);
    });

    [Fact]
    public void Await_LongChainOfTasks_EndsInOrder() => Loop.Run(async () =>
    {
        var gate = new Future<int>();
        CoroTask<int> last = Coro.CreateTask(Next(gate));
        for (var i = 1; i < _depth; i++)
        {
            last = Coro.CreateTask(Next(last));
        }
        await Coro.Yield();
        gate.SetResult(0);
        Assert.Equal(_depth, await last);

        static async Coro<int> Next(Coro<int> previous) => 1 + await previous;
    });

    [Fact]
    public void Cancel_LongChainOfTasks_CancelsEveryOne() => Loop.Run(async () =>
    {
        var gate = new Future<int>();
        var tasks = new List<CoroTask<int>> { Coro.CreateTask(Next(gate)) };
        for (var i = 1; i < _depth; i++)
        {
            tasks.Add(Coro.CreateTask(Next(tasks[^1])));
        }
        await Coro.Yield();
        tasks[^1].Cancel();
        await Expect.Throws<CancelledException>(tasks[^1]);
        Assert.True(gate.IsCancelled);
        Assert.All(tasks, task => Assert.True(task.IsCancelled));

        static async Coro<int> Next(Coro<int> previous) => 1 + await previous;
    });

    static async Coro<int> Down(int levels, Func<Coro> bottom)
    {
        if (levels == 0)
        {
            await bottom();
            return 0;
        }
        return 1 + await Down(levels - 1, bottom);
    }

    static async Coro<int> DownYieldingBack(int levels)
    {
        if (levels == 0)
        {
            return 0;
        }
        var below = await DownYieldingBack(levels - 1);
        await Coro.Yield();
        return 1 + below;
    }

    static async Coro ThreadPoolHop() => await Task.Yield();
}
