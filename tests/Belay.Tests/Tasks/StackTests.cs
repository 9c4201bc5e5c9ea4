using System.Runtime.CompilerServices;
using Belay.Tests.Support;

namespace Belay.Tests.Tasks;

/// <summary>GetStack shows where a task waits, innermost frame first.</summary>
public class StackTests
{
    readonly List<int> _lines = [];

    [Fact]
    public void GetStack_OfASuspendedTask_HasEveryFrameInnermostFirst() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(OuterFrame());
        await Coro.Yield();
        var stack = task.GetStack();
        Assert.Equal(3, stack.Count);
        Assert.Contains(nameof(InnerFrame), stack[0].Method, StringComparison.Ordinal);
        Assert.Contains(nameof(MiddleFrame), stack[1].Method, StringComparison.Ordinal);
        Assert.Contains(nameof(OuterFrame), stack[2].Method, StringComparison.Ordinal);
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
    });

    [Fact]
    public void GetStack_WithSymbols_HasTheLineOfEachAwait() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(OuterFrame());
        await Coro.Yield();
        var stack = task.GetStack();
        Assert.All(stack, frame => Assert.EndsWith(nameof(StackTests) + ".cs", frame.File, StringComparison.Ordinal));
        // Outermost first, as they were noted on the way in.
        Assert.Equal(_lines.Cast<int?>(), stack.Reverse().Select(frame => frame.Line));
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
    });

    [Fact]
    public void GetStack_AfterAnInnerFrameReturned_HasOnlyTheRest() => Loop.Run(async () =>
    {
        var gate = new Future<int>();
        var task = Coro.CreateTask(First());
        await Coro.Yield();
        Assert.Equal(2, task.GetStack().Count);
        gate.SetResult(1);
        await Coro.Yield();
        Assert.Contains(nameof(First), Assert.Single(task.GetStack()).Method, StringComparison.Ordinal);
        task.Cancel();
        await Expect.Throws<CancelledException>(task);

        async Coro First()
        {
            await Second();
            await new Future<int>();
        }

        async Coro Second() => await gate;
    });

    [Fact]
    public void GetStack_OfAForeignAwait_HasItsFrame() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(ForeignFrame());
        await Coro.Yield();
        Assert.Contains(nameof(ForeignFrame), Assert.Single(task.GetStack()).Method, StringComparison.Ordinal);
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
    });

    [Fact]
    public void GetStack_OfADoneTask_IsEmpty() => Loop.Run(async () =>
    {
        var value = Coro.CreateTask(Work.Return(1, turns: 1));
        var failure = Coro.CreateTask(Work.Fail(new Boom(), turns: 1));
        await value;
        await Expect.Throws<Boom>(failure);
        Assert.Empty(value.GetStack());
        Assert.Empty(failure.GetStack());
    });

    async Coro OuterFrame()
    {
        NoteNextLine();
        await MiddleFrame();
    }

    async Coro MiddleFrame()
    {
        await Coro.CompletedCoro;
        NoteNextLine();
        await InnerFrame();
    }

    async Coro InnerFrame()
    {
        var never = new Future<int>();
        NoteNextLine();
        await never;
    }

    static async Coro ForeignFrame() => await new TaskCompletionSource().Task;

    void NoteNextLine([CallerLineNumber] int line = 0) => _lines.Add(line + 1);
}
