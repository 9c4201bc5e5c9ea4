using Belay.Tests.Support;

namespace Belay.Tests.Diagnostics.Debugging;

/// <summary>A child that has outlived its siblings and goes on, step by step, while the group waits for it alone, is reported, once.</summary>
public class DebugEndlessChildTests
{
    static async Coro Ticks(int seconds)
    {
        for (var i = 0; i < seconds; i++) await Coro.Sleep(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void LastChild_ThatGoesOn_IsReported() => DebugRun.Single(() => TaskGroup.Run(async group =>
    {
        group.CreateTask(Ticks(200), name: "listen");
        group.CreateTask(Ticks(3));
        await Coro.Yield();
    }), "Task listen has outlived its siblings by 60 s", "it waits\n    at Belay.Tests.Diagnostics.Debugging.DebugEndlessChildTests.Ticks in ", "listen was created\n    at ");

    [Fact]
    public void LastChild_Threshold_IsThatOfTheOptions() => DebugRun.Single(DebugRun.Collect(() => TaskGroup.Run(async group =>
    {
        group.CreateTask(Ticks(30));
        group.CreateTask(Ticks(3));
        await Coro.Yield();
    }), new RunOptions { TimeProvider = new VirtualTimeProvider(), EndlessChildThreshold = TimeSpan.FromSeconds(20) }), "by 20 s");

    [Fact]
    public void LastChild_ThatEndsInTime_IsNotReported() => DebugRun.Silent(() => TaskGroup.Run(async group =>
    {
        group.CreateTask(Ticks(55));
        group.CreateTask(Ticks(3));
        await Coro.Yield();
    }));

    [Fact]
    public void LastChild_ThatOnlyWaits_IsNotReported() => DebugRun.Silent(() => TaskGroup.Run(async group =>
    {
        group.CreateTask(Coro.Sleep(TimeSpan.FromHours(1)));
        group.CreateTask(Ticks(3));
        await Coro.Yield();
    }));

    [Fact]
    public void OnlyChild_ThatGoesOn_IsNotReported() => DebugRun.Silent(() => TaskGroup.Run(async group =>
    {
        group.CreateTask(Ticks(200));
        await Coro.Yield();
    }));

    [Fact]
    public void LastChild_WhileTheBodyRuns_IsNotReported() => DebugRun.Silent(() => TaskGroup.Run(async group =>
    {
        group.CreateTask(Ticks(200));
        group.CreateTask(Ticks(3));
        await Ticks(210);
    }));

    [Fact]
    public void LastChild_ThatIsNeverAloneForLong_IsNotReported() => DebugRun.Silent(() => TaskGroup.Run(async group =>
    {
        group.CreateTask(Accept());
        await Coro.Yield();

        async Coro Accept()
        {
            for (var i = 0; i < 10; i++)
            {
                await Ticks(30);
                group.CreateTask(Ticks(1));
                await Coro.Yield();
            }
        }
    }));
}
