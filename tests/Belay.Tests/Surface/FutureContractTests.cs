using Belay.Tests.Support;

namespace Belay.Tests.Surface;

/// <inheritdoc cref="CoroutineContractTests"/>
public class FutureContractTests
{
    [Fact]
    public void Future_WithAResult_IsDoneWithIt() => Loop.Run(async () =>
    {
        var future = new Future<string>(loop: EventLoop.Running);
        Future plain = future;
        Assert.Equal((false, false), (plain.IsDone, plain.IsCancelled));
        Assert.Same(EventLoop.Running, plain.Loop);

        future.SetResult(result: "value");

        Assert.Equal((true, false, null, "value"), (plain.IsDone, plain.IsCancelled, plain.Exception, future.Result));
        Assert.Equal("value", await future);
    });

    [Fact]
    public void Future_WithAnException_HoldsIt() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var future = new Future<int>();

        future.SetException(exception: boom);

        Assert.Same(boom, future.Exception);
        Assert.Same(boom, await Expect.Throws<Boom>(future));
    });

    [Fact]
    public void Future_Cancelled_SaysSo() => Loop.Run(async () =>
    {
        Future future = new Future<int>();

        Assert.True(future.Cancel(message: "enough"));

        Assert.True(future.IsCancelled);
        Assert.Equal("enough", (await Expect.Throws<CancelledException>(future)).Message);
    });

    [Fact]
    public void Future_DoneCallbacks_AreAddedAndRemoved() => Loop.Run(async () =>
    {
        var seen = new List<Future>();
        var future = new Future<int>();
        Action<Future> callback = seen.Add;
        future.AddDoneCallback(callback: callback);
        future.AddDoneCallback(callback: callback);
        Assert.Equal(2, future.RemoveDoneCallback(callback: callback));
        future.AddDoneCallback(callback: callback);

        future.SetResult(1);
        await Coro.Yield();

        Assert.Equal([future], seen);
    });

    [Fact]
    public void Outcome_OfASuccessAndAFailure_TellThem()
    {
        Outcome<string> success = new("value");
        Outcome<string> failure = new(new Boom());

        Assert.Equal((true, false, null, "value"), (success.IsSuccess, success.IsCancelled, success.Exception, success.Value));
        Assert.Equal((false, false), (failure.IsSuccess, failure.IsCancelled));
        Assert.Same(failure.Exception, Assert.Throws<Boom>(() => failure.Value));
    }
}
