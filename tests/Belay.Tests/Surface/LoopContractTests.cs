using Belay.Tests.Support;

namespace Belay.Tests.Surface;

/// <inheritdoc cref="CoroutineContractTests"/>
public class LoopContractTests
{
    [Fact]
    public void EventLoop_Callbacks_RunInTheirTurn() => Loop.Run(async () =>
    {
        var order = new List<string>();
        EventLoop loop = EventLoop.Running;
        Handle soon = loop.CallSoon(callback: () => order.Add("soon"));
        Handle threadSafe = loop.CallSoonThreadSafe(callback: () => order.Add("thread-safe"));
        Handle dropped = loop.CallSoon(() => order.Add("dropped"));
        dropped.Cancel();

        await Coro.Yield();

        Assert.Equal(["soon", "thread-safe"], order);
        Assert.Equal((false, false, true), (soon.IsCancelled, threadSafe.IsCancelled, dropped.IsCancelled));
        Assert.Equal((true, false), (loop.IsRunning, loop.IsClosed));
    });

    [Fact]
    public void EventLoop_Timers_KnowTheirTime() => Loop.Run(async () =>
    {
        var loop = EventLoop.Running;
        TimeSpan start = loop.Time;
        var due = new Future<bool>();
        TimerHandle at = loop.CallAt(when: start, callback: () => due.SetResult(true));
        TimerHandle later = loop.CallLater(delay: TimeSpan.FromDays(1), callback: () => due.SetResult(false));

        Assert.Equal(start, at.When);
        Assert.True(later.When >= start + TimeSpan.FromDays(1));
        Assert.True(await due);
        later.Cancel();
        Assert.True(later.IsCancelled);
    });

    [Fact]
    public void ContextVar_SetAndReset_GivesBackWhatItHeld() => Loop.Run(async () =>
    {
        var variable = new ContextVar<int>(name: "depth", defaultValue: 1);
        ContextToken<int> token = variable.Set(value: 2);
        Assert.Equal(("depth", 2), (variable.Name, variable.Value));

        variable.Reset(token: token);
        Assert.Equal(1, variable.Value);

        variable.Value = 3;
        Assert.Equal(3, variable.Value);
        await Coro.CompletedCoro;
    });
}
