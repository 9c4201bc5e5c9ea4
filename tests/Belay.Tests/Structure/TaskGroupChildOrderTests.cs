using Belay.Tests.Support;

namespace Belay.Tests.Structure;

/// <summary>A group that ends early cancels its children in the order in which they were added to it, however far they have come.</summary>
public class TaskGroupChildOrderTests
{
    readonly List<string> _cancelled = [];

    Coro Child(string name) => Work.TellWhenCancelled(() => _cancelled.Add(name));

    async Coro Begin(Action first, string name)
    {
        first();
        await Child(name);
    }

    [Fact]
    public void Cancel_WithChildrenBegunAndNot_GoesInOrder() => Loop.Run(async () =>
    {
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Child("a"));
            group.CreateTask(Child("b"));
            await Loop.Turns(2);
            group.CreateTask(Work.Return(0));
            group.CreateTask(Child("c"));
            await Loop.Turns(2);
            group.CreateTask(Child("never begins"));
            group.Cancel();
        });
        Assert.Equal(["a", "b", "c"], _cancelled);
    });

    [Fact]
    public void Cancel_WithAnEagerChildAmongOthersThatHaveNotBegun_GoesInOrder() => Loop.Run(async () =>
    {
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Child("a"));
            group.CreateTask(Child("b"), eager: true);
            group.CreateTask(Child("c"));
            await Loop.Turns(2);
            group.Cancel();
        });
        Assert.Equal(["a", "b", "c"], _cancelled);
    });

    [Fact]
    public void Cancel_WithAnEagerChildThatHasStartedAnother_HasTheOtherBeforeIt() => Loop.Run(async () =>
    {
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Begin(() => group.CreateTask(Child("inner")), "outer"), eager: true);
            group.CreateTask(Child("last"));
            await Loop.Turns(2);
            group.Cancel();
        });
        Assert.Equal(["inner", "outer", "last"], _cancelled);
    });

    [Fact]
    public void Cancel_InTheFirstStepOfAChild_ReachesItAndThoseBesideIt() => Loop.Run(async () =>
    {
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Child("a"));
            group.CreateTask(Begin(group.Cancel, "b"));
            group.CreateTask(Child("never begins"));
            await Work.Forever();
        });
        Assert.Equal(["a", "b"], _cancelled);
    });

    [Fact]
    public void Cancel_AfterSomebodyAskedForAllTasksInAFirstStep_ReachesEachOnce() => Loop.Run(async () =>
    {
        var alive = 0;
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Begin(() => alive = Coro.AllTasks().Count, "a"));
            group.CreateTask(Child("b"));
            group.CreateTask(Child("c"));
            await Loop.Turns(2);
            group.Cancel();
        });
        Assert.Equal(4, alive);
        Assert.Equal(["a", "b", "c"], _cancelled);
    });

    [Fact]
    public void Cancel_AfterALaterChildWasCancelledBeforeItBegan_ReachesTheOthersInOrder() => Loop.Run(async () =>
    {
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Child("a"));
            group.CreateTask(Child("b"));
            group.CreateTask(Child("never begins")).Cancel();
            group.CreateTask(Child("c"));
            await Loop.Turns(2);
            group.Cancel();
        });
        Assert.Equal(["a", "b", "c"], _cancelled);
    });

    [Fact]
    public void Run_OfCrowdsThatOverlap_ForgetsNobody() => Loop.Run(async () =>
    {
        var ended = 0;
        async Coro Short(int turns)
        {
            await Loop.Turns(turns);
            ended++;
        }
        await TaskGroup.Run(async outer =>
        {
            outer.CreateTask(TaskGroup.Run(async inner =>
            {
                for (var i = 0; i < 1000; i++)
                {
                    inner.CreateTask(Short(i % 3));
                    outer.CreateTask(Short(i % 2), eager: i % 5 == 0);
                    if (i % 7 == 0) await Coro.Yield();
                }
            }));
        });
        Assert.Equal(2000, ended);
    });

    [Fact]
    public void CreateTask_OfManyThatCannotShareAStrand_CostsEachTheSame() => Loop.Run(async () =>
    {
        var local = new AsyncLocal<int>();
        async Coro<long> BytesOf(int count)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            await TaskGroup.Run(async group =>
            {
                for (var i = 0; i < count; i++)
                {
                    local.Value = i;
                    group.CreateTask(Work.Return(0));
                }
            });
            return (GC.GetAllocatedBytesForCurrentThread() - before) / count;
        }
        await BytesOf(500);
        Assert.InRange(await BytesOf(5000), 0, 2 * await BytesOf(500));
    });
}
