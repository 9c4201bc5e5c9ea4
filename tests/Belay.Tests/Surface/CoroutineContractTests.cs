using Belay.Tests.Support;

namespace Belay.Tests.Surface;

/// <summary>
/// The contract tests use every name, parameter and conversion that the contract asks for as a program would, so that one
/// that is gone or renamed is a build error. What each of them does is the subject of the other tests.
/// </summary>
public class CoroutineContractTests
{
    [Fact]
    public void Coro_EveryKindOfAwaitable_ConvertsToIt() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        future.SetResult(1);
        CoroTask<int> task = Coro.CreateTask(Coro.FromResult(2));
        CoroTask plainTask = Coro.CreateTask(Coro.CompletedCoro);
        Future plainFuture = future;

        Coro<int> fromFuture = future;
        Coro<int> fromTask = task;
        Coro dropped = Coro.FromResult(result: 3);
        Coro[] plain = [future, task, plainTask, plainFuture, dropped, Coro.CompletedCoro];

        Assert.Equal((1, 2), (await fromFuture, await fromTask));
        foreach (var coroutine in plain)
        {
            await coroutine;
        }
    });

    [Fact]
    public void Awaiters_OfEveryAwaitable_AreThePublicOnes() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        CoroTask<int> task = Coro.CreateTask(Coro.FromResult(2));
        CoroAwaiter ofFuture = ((Future)future).GetAwaiter();
        CoroAwaiter<int> ofFutureWithResult = future.GetAwaiter();
        CoroAwaiter ofTask = ((CoroTask)task).GetAwaiter();
        CoroAwaiter<int> ofTaskWithResult = task.GetAwaiter();
        Assert.Equal((false, false), (ofFuture.IsCompleted, ofFutureWithResult.IsCompleted));

        future.SetResult(1);
        await task;

        Assert.Equal((true, true), (ofFuture.IsCompleted, ofTask.IsCompleted));
        ofFuture.GetResult();
        ofTask.GetResult();
        Assert.Equal((1, 2), (ofFutureWithResult.GetResult(), ofTaskWithResult.GetResult()));
    });

    [Fact]
    public void Awaiters_OfCoroutinesThatHoldAValue_AreCompleted() => Loop.Run(async () =>
    {
        CoroAwaiter plain = Coro.CompletedCoro.GetAwaiter();
        CoroAwaiter<string> withResult = Coro.FromResult("value").GetAwaiter();

        Assert.Equal((true, true), (plain.IsCompleted, withResult.IsCompleted));
        plain.GetResult();
        Assert.Equal("value", withResult.GetResult());
        await Coro.CompletedCoro;
    });

    [Fact]
    public void Awaiters_Continuations_RunOnTheLoop() => Loop.Run(async () =>
    {
        var order = new List<string>();
        var future = new Future<int>();
        ((Future)future).GetAwaiter().OnCompleted(continuation: () => order.Add("plain"));
        ((Future)future).GetAwaiter().UnsafeOnCompleted(continuation: () => order.Add("plain, unsafe"));
        future.GetAwaiter().OnCompleted(continuation: () => order.Add("result"));
        future.GetAwaiter().UnsafeOnCompleted(continuation: () => order.Add("result, unsafe"));

        future.SetResult(1);
        Assert.Empty(order);
        await Coro.Yield();

        Assert.Equal(["plain", "plain, unsafe", "result", "result, unsafe"], order);
    });

    [Fact]
    public void Sleep_OfNoTimeAndYield_GiveUpTheTurn() => Loop.Run(async () =>
    {
        var turns = 0;
        EventLoop.Running.CallSoon(() => turns++);
        await Coro.Sleep(delay: TimeSpan.Zero);
        EventLoop.Running.CallSoon(() => turns++);
        await Coro.Yield();

        Assert.Equal(2, turns);
    });
}
