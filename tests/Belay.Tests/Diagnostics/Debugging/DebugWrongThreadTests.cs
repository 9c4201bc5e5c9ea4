using Belay.Tests.Support;

namespace Belay.Tests.Diagnostics.Debugging;

/// <summary>What another thread does to a loop is an exception there, and is reported with that thread's stack.</summary>
public class DebugWrongThreadTests
{
    [Fact]
    public void Loop_TouchedFromAnotherThread_IsReportedWithItsStack() => DebugRun.Single(async () =>
    {
        var future = new Future<int>();
        await Task.Run(() => Culprit(future));
    }, "The event loop was touched from another thread", "it was touched\n    at Belay.Tests.Diagnostics.Debugging.DebugWrongThreadTests.Culprit in ", "DebugWrongThreadTests.cs:");

    [Fact]
    public void Loop_TouchedAtOnePlaceAgainAndAgain_IsReportedOnce() => DebugRun.Single(async () =>
    {
        var future = new Future<int>();
        await Task.Run(() =>
        {
            for (var i = 0; i < 5; i++) Culprit(future);
        });
    }, "The event loop was touched from another thread");

    [Fact]
    public void Loop_TouchedInTheRightWay_ReportsNothing() => DebugRun.Silent(async () =>
    {
        var future = new Future<int>();
        var loop = EventLoop.Running;
        await Task.Run(() => loop.CallSoonThreadSafe(() => future.SetResult(1)));
        Assert.Equal(1, await future);
    });

    static void Culprit(Future<int> future)
    {
        try { future.SetResult(1); }
        catch (InvalidOperationException) { return; }
        Assert.Fail("Another thread has set it.");
    }
}
