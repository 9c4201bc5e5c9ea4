using Belay.Tests.Support;

namespace Belay.Tests.Tasks;

/// <summary>An eager task takes its first step inside CreateTask.</summary>
public class EagerTests
{
    [Fact]
    public void Eager_CoroutineThatDoesNotSuspend_IsDoneAtOnce() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Return("hello"), eager: true);
        Assert.True(task.IsDone);
        Assert.Equal("hello", task.Result);
        Assert.Equal("hello", await task);
    });

    [Fact]
    public void Eager_CoroutineThatSuspends_FinishesLater() => Loop.Run(async () =>
    {
        var started = false;
        var task = Coro.CreateTask(Body(), eager: true);
        Assert.True(started);
        Assert.False(task.IsDone);
        Assert.Equal("late", await task);

        async Coro<string> Body()
        {
            started = true;
            await Coro.Yield();
            return "late";
        }
    });

    [Fact]
    public void Eager_FirstStep_ComesBeforeWhatIsAlreadyReady()
    {
        var log = new List<string>();
        Loop.Run(async () =>
        {
            EventLoop.Running.CallSoon(() => log.Add("ready"));
            var task = Coro.CreateTask(Body(), eager: true);
            log.Add("main");
            await task;
        });
        Assert.Equal(["eager 1", "main", "ready", "eager 2"], log);

        async Coro Body()
        {
            log.Add("eager 1");
            await Coro.Yield();
            log.Add("eager 2");
        }
    }

    [Fact]
    public void Eager_SetsAFutureInItsFirstStep_FutureIsDone() => Loop.Run(async () =>
    {
        var future = new Future<string>();
        var task = Coro.CreateTask(Set(), eager: true);
        Assert.True(task.IsDone);
        Assert.Equal("set", await future);

        async Coro Set()
        {
            future.SetResult("set");
            await Coro.CompletedCoro;
        }
    });

    [Fact]
    public void Eager_FailsInItsFirstStep_FailureStaysInTheTask() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var task = Coro.CreateTask(Work.Fail(boom), eager: true);
        Assert.True(task.IsDone);
        Assert.Same(boom, task.Exception);
        Assert.Same(boom, await Expect.Throws<Boom>(task));
    });

    [Fact]
    public void Eager_ThrowsCancelledInItsFirstStep_EndsCancelled() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Fail(new CancelledException("z")), eager: true);
        Assert.True(task.IsCancelled);
        Assert.Equal("z", (await Expect.Throws<CancelledException>(task)).Message);
    });

    [Fact]
    public void Cancel_AfterEagerCompletion_IsRefused() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Return("done"), eager: true);
        Assert.False(task.Cancel());
        Assert.Equal("done", await task);
        Assert.False(task.IsCancelled);
    });

    [Fact]
    public void Cancel_AfterTheEagerStepSuspended_IsDelivered() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Return("never", turns: 1), eager: true);
        Assert.True(task.Cancel("stop"));
        Assert.Equal(1, task.Cancelling);
        Assert.Equal("stop", (await Expect.Throws<CancelledException>(task)).Message);
    });

    [Fact]
    public void Cancel_OfItselfInTheEagerStep_ArrivesAtTheFirstSuspension() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Body(), eager: true);
        Assert.False(task.IsDone);
        Assert.Equal("caught q", await task);

        static async Coro<string> Body()
        {
            Coro.CurrentTask.Cancel("q");
            try
            {
                await Coro.Yield();
                return "not cancelled";
            }
            catch (CancelledException cancelled)
            {
                return $"caught {cancelled.Message}";
            }
        }
    });

    [Fact]
    public void Cancel_OfItsCreatorInTheEagerStep_ArrivesAtTheCreatorsNextSuspension() => Loop.Run(async () =>
    {
        var log = new List<string>();
        var creator = Coro.CreateTask(Create());
        await Expect.Throws<CancelledException>(creator);
        Assert.Equal(["child begins", "creator goes on"], log);

        async Coro Create()
        {
            var child = Coro.CreateTask(Child(Coro.CurrentTask), eager: true);
            log.Add("creator goes on");
            Assert.False(child.IsDone);
            await Coro.Yield();
            log.Add("not reached");
        }

        async Coro Child(CoroTask parent)
        {
            log.Add("child begins");
            Assert.True(parent.Cancel());
            await Coro.Yield();
        }
    });

    [Fact]
    public void CurrentTask_InAndAfterTheEagerStep_IsRightEachTime() => Loop.Run(async () =>
    {
        var main = Coro.CurrentTask;
        var seen = new List<CoroTask>();
        var task = Coro.CreateTask(Body(), eager: true);
        Assert.Same(main, Coro.CurrentTask);
        await task;
        Assert.Same(main, Coro.CurrentTask);
        Assert.Equal([task, task], seen);

        async Coro Body()
        {
            seen.Add(Coro.CurrentTask);
            await Coro.Yield();
            seen.Add(Coro.CurrentTask);
        }
    });

    [Fact]
    public void CurrentTask_InNestedEagerSteps_IsRestoredAtEachLevel() => Loop.Run(async () =>
    {
        var main = Coro.CurrentTask;
        await Coro.CreateTask(Level(20), eager: true);
        Assert.Same(main, Coro.CurrentTask);

        static async Coro Level(int deeper)
        {
            var self = Coro.CurrentTask;
            if (deeper > 0)
            {
                var child = Coro.CreateTask(Level(deeper - 1), eager: true);
                Assert.NotSame(self, child);
                Assert.Same(self, Coro.CurrentTask);
                await child;
                Assert.Same(self, Coro.CurrentTask);
            }
            await Coro.Yield();
        }
    });

    [Fact]
    public void Eager_FromACallback_HasItsOwnCurrentTask() => Loop.Run(async () =>
    {
        CoroTask? task = null;
        CoroTask? seen = null;
        Exception? afterwards = null;
        EventLoop.Running.CallSoon(() =>
        {
            task = Coro.CreateTask(Body(), eager: true);
            afterwards = Record.Exception(() => Coro.CurrentTask);
        });
        await Coro.Yield();
        Assert.NotNull(task);
        Assert.Same(task, seen);
        Assert.IsType<InvalidOperationException>(afterwards);

        async Coro Body()
        {
            seen = Coro.CurrentTask;
            await Coro.CompletedCoro;
        }
    });

    [Fact]
    public void AllTasks_WithEagerCompletion_HasItOnlyDuringTheStep() => Loop.Run(async () =>
    {
        IReadOnlyCollection<CoroTask>? during = null;
        var task = Coro.CreateTask(Body(), eager: true);
        Assert.Contains(task, during!);
        Assert.DoesNotContain(task, Coro.AllTasks());

        async Coro Body()
        {
            during = Coro.AllTasks();
            await Coro.CompletedCoro;
        }
    });

    [Fact]
    public void AllTasks_WithEagerTaskThatSuspends_HasItUntilDone() => Loop.Run(async () =>
    {
        var go = new Future<int>();
        var task = Coro.CreateTask(Body(), eager: true);
        Assert.Contains(task, Coro.AllTasks());
        go.SetResult(1);
        await task;
        Assert.DoesNotContain(task, Coro.AllTasks());

        async Coro Body() => await go;
    });

    [Fact]
    public void AddDoneCallback_OnAnEagerlyFinishedTask_IsScheduled() => Loop.Run(async () =>
    {
        var calls = 0;
        var task = Coro.CreateTask(Work.Return(1), eager: true);
        task.AddDoneCallback(_ => calls++);
        Assert.Equal(0, calls);
        await Coro.Yield();
        Assert.Equal(1, calls);
    });

    [Fact]
    public void Eager_NestedVeryDeep_NeedsNoStackToMatch() => Loop.Run(async () =>
    {
        Assert.Equal(20_000, await Nested(20_000));

        static async Coro<int> Nested(int levels) =>
            levels == 0 ? 0 : 1 + await Coro.CreateTask(Nested(levels - 1), eager: true);
    });

    [Fact]
    public void Eager_RecursiveGroups_GiveTheirResults() => Loop.Run(async () =>
    {
        Assert.Equal(781, await Nested(width: 5, depth: 4));

        static async Coro<int> Nested(int width, int depth)
        {
            if (depth == 0)
            {
                return 1;
            }
            var children = await TaskGroup.Run(async group =>
            {
                var made = new List<CoroTask<int>>();
                for (var i = 0; i < width; i++)
                {
                    made.Add(group.CreateTask(Nested(width, depth - 1), eager: true));
                }
                await Coro.CompletedCoro;
                return made;
            });
            return 1 + children.Sum(child => child.Result);
        }
    });
}
