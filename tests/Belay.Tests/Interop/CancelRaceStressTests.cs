using Belay.Tests.Interop.Foreign;
using Belay.Tests.Support;

namespace Belay.Tests.Interop;

/// <summary>An operation ends on one thread while another asks to cancel: whatever comes first, nothing is lost or run twice.</summary>
public class CancelRaceStressTests
{
    const int _rounds = 1_500;

    public static TheoryData<string, Func<Operation, Coro<int>>> Waits => new()
    {
        { "task", async operation => await operation.Task },
        { "value task source", async operation => await operation.FromSource() },
        { "custom struct", async operation => await new StructAwaitable(operation) },
        { "custom class", async operation => await new ClassAwaitable(operation) },
        { "nested", async operation => await Nested(operation) },
        { "with token", WithToken },
        { "below an async Task method", async operation => await Method(operation) },
    };

    [Theory]
    [MemberData(nameof(Waits), DisableDiscoveryEnumeration = true)]
    public void Finish_OnAnotherThreadAgainstCancelOnTheLoop_EndsInExactlyOneWay(string what, Func<Operation, Coro<int>> wait) =>
        Loop.Run(() => Race(what, wait, Here));

    [Theory]
    [MemberData(nameof(Waits), DisableDiscoveryEnumeration = true)]
    public void Finish_OnOneThreadAgainstCancelFromAnother_EndsInExactlyOneWay(string what, Func<Operation, Coro<int>> wait) =>
        Loop.Run(() => Race(what, wait, FromAnotherThread));

    [Fact]
    public async Task Finish_AgainstCancelOnALoopThatBorrowsThreads_EndsInExactlyOneWay() =>
        await HangGuard.Run(Coro.RunAsync(Race("task", async operation => await operation.Task, FromAnotherThread)));

    static async Coro Race(string what, Func<Operation, Coro<int>> wait, Func<CoroTask, Coro<bool>> cancel)
    {
        var loop = EventLoop.Running;
        for (var round = 0; round < _rounds; round++)
        {
            var operation = new Operation();
            var cleanUps = 0;
            var finished = new Future<int>();
            var task = Coro.CreateTask(CountingCleanUps(() => cleanUps++), eager: true);
            ThreadPool.UnsafeQueueUserWorkItem(_ =>
            {
                operation.Finish(7);
                loop.CallSoonThreadSafe(() => finished.SetResult(0));
            }, null);

            var accepted = await cancel(task);
            try
            {
                Assert.Equal(7, await task);
            }
            catch (CancelledException)
            {
                Assert.True(task.IsCancelled);
            }
            await finished;
            Assert.True(accepted == task.IsCancelled, $"{what}, round {round}: accepted {accepted}, cancelled {task.IsCancelled}");
            Assert.Equal(1, cleanUps);

            async Coro<int> CountingCleanUps(Action cleanUp)
            {
                try
                {
                    return await wait(operation);
                }
                finally
                {
                    cleanUp();
                }
            }
        }
        _ = Assert.Single(Coro.AllTasks());
    }

    static async Coro<bool> Here(CoroTask task)
    {
        // Of differing lengths, so that either side comes first now and then.
        Thread.SpinWait(task.GetHashCode() % 512);
        await Coro.CompletedCoro;
        return task.Cancel();
    }

    static async Coro<bool> FromAnotherThread(CoroTask task)
    {
        var loop = EventLoop.Running;
        var answer = new Future<bool>();
        ThreadPool.UnsafeQueueUserWorkItem(_ => loop.CallSoonThreadSafe(() => answer.SetResult(task.Cancel())), null);
        return await answer;
    }

    static async Coro<int> Nested(Operation operation)
    {
        try
        {
            return await Inner(operation);
        }
        catch (CancelledException)
        {
            await Coro.Yield();
            throw;
        }

        static async Coro<int> Inner(Operation operation) => await operation.Task;
    }

    static async Task<int> Method(Operation operation) => await Below(operation);

    static async Coro<int> Below(Operation operation) => await operation.Task;

    static async Coro<int> WithToken(Operation operation)
    {
        Assert.True(Coro.Token.CanBeCanceled);
        return await operation.Task;
    }
}
