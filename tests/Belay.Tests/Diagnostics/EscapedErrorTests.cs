namespace Belay.Tests.Diagnostics;

/// <summary>What a person reads of errors that have come through coroutines.</summary>
public class EscapedErrorTests
{
    const string Here = "Belay.Tests.Diagnostics.EscapedErrorTests";
    const string File = "EscapedErrorTests.cs";

    static readonly RunOptions s_options = new() { HandleSignals = false };

    static int? s_awaiting, s_forever;

    [Fact]
    public void Write_FailureOutOfRun_IsTheCoroutinesOnly()
    {
        var error = Assert.Throws<FormatException>(() => Coro.Run(Outer(), s_options));

        Assert.Equal(
            [
                "System.FormatException: boom",
                $"  at {Here}.Inner in {File}",
                $"  at {Here}.Outer in {File}",
                $"  at {Here}.{nameof(Write_FailureOutOfRun_IsTheCoroutinesOnly)}.lambda in {File}",
            ],
            ErrorLines.Of(error)[..4]);
    }

    [Fact]
    public void Write_GroupOutOfRun_IsATreeOfItsChildren()
    {
        var error = Assert.Throws<ExceptionGroup>(() => Coro.Run(Parent(), s_options));
        var lines = ErrorLines.Of(error);

        Assert.Equal("  + Belay.ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)", lines[0]);
        Assert.Equal($"  |   at {Here}.Parent in {File}", lines[1]);
        Assert.Equal(
            [
                "  +-+---------------- 1 ----------------",
                "    | System.FormatException: boom",
                $"    |   at {Here}.Inner in {File}",
                $"    |   at {Here}.Outer in {File}",
                "    +---------------- 2 ----------------",
                "    | System.FormatException: boom",
                $"    |   at {Here}.Inner in {File}",
                "    +-----------------------------------",
            ],
            lines[^8..]);
    }

    [Fact]
    public void Write_CancellationThatNobodyCouldSee_IsTheCoroutinesItLeft()
    {
        var error = Assert.Throws<CancelledException>(() => Coro.Run(CancelItself(), s_options));

        Assert.Equal([$"  at {Here}.Forever in {File}", $"  at {Here}.AwaitForever in {File}"], ErrorLines.Of(error)[1..3]);
    }

    [Fact]
    public void GetStack_OfASuspendedTask_HasTheLinesOfItsAwaits() => Coro.Run(InspectTask(), s_options);

    static async Coro InspectTask()
    {
        var task = Coro.CreateTask(AwaitForever());
        await Coro.Yield();

        var stack = task.GetStack();

        Assert.Equal([$"{Here}.Forever", $"{Here}.AwaitForever"], stack.Select(frame => frame.Method));
        Assert.All(stack, frame => Assert.Equal(File, Path.GetFileName(frame.File)));
        Assert.Equal([s_forever, s_awaiting], stack.Select(frame => frame.Line));
        task.Cancel();
    }

    static async Coro CancelItself()
    {
        Coro.CurrentTask.Cancel();
        await AwaitForever();
    }

    static async Coro AwaitForever()
    {
        s_awaiting = AwaitLog.Line() + 1;
        await Forever();
    }

    static async Coro Forever()
    {
        await Coro.CompletedCoro;
        s_forever = AwaitLog.Line() + 1;
        await Coro.Sleep(Timeout.InfiniteTimeSpan);
    }

    static async Coro Parent() => await TaskGroup.Run(async group =>
    {
        group.CreateTask(Outer());
        group.CreateTask(Inner());
    });

    static async Coro Outer() => await Inner();

    static async Coro Inner()
    {
        await Coro.Yield();
        throw new FormatException("boom");
    }

}
