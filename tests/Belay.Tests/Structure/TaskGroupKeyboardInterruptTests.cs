using Belay.Tests.Support;

namespace Belay.Tests.Structure;

/// <summary>KeyboardInterruptException is no error among others: it leaves a group bare, and the loop at once.</summary>
public class TaskGroupKeyboardInterruptTests
{
    [Fact]
    public void Run_BodyThrowsKeyboardInterrupt_LeavesBare() => Loop.Run(async () =>
    {
        var interrupt = new KeyboardInterruptException();
        CoroTask? child = null;
        var thrown = await Expect.Throws<KeyboardInterruptException>(TaskGroup.Run(async group =>
        {
            child = group.CreateTask(Work.Forever());
            await Coro.Yield();
            throw interrupt;
        }));
        Assert.Same(interrupt, thrown);
        Assert.True(child!.IsCancelled);
    });

    [Fact]
    public void Run_BodyThrowsKeyboardInterruptAfterAChildFailed_TheFailureGoesToTheErrorHandler()
    {
        var boom = new Boom();
        var errors = Loop.RunCollectingErrors(async () =>
        {
            await Expect.Throws<KeyboardInterruptException>(TaskGroup.Run(async group =>
            {
                group.CreateTask(Work.Fail(boom, turns: 1));
                await Work.FailWhenCancelled(new KeyboardInterruptException());
            }));
        });
        Assert.Same(boom, Assert.Single(errors).Exception);
    }

    [Fact]
    public void Run_BodyThrowsKeyboardInterruptWhileChildrenFailInTheirCleanUp_EachFailureGoesToTheErrorHandler()
    {
        Boom[] booms = [new("1"), new("2")];
        var errors = Loop.RunCollectingErrors(async () =>
        {
            await Expect.Throws<KeyboardInterruptException>(TaskGroup.Run(async group =>
            {
                foreach (var boom in booms)
                {
                    group.CreateTask(Work.FailWhenCancelled(boom));
                }
                await Coro.Yield();
                throw new KeyboardInterruptException();
            }));
        });
        Assert.Equal(booms, errors.Select(error => error.Exception));
    }

    [Fact]
    public void Run_ChildThrowsKeyboardInterrupt_LeavesTheLoopBareAfterEveryCleanUp()
    {
        var interrupt = new KeyboardInterruptException();
        var log = new List<string>();
        CoroTask? child = null;
        var (failure, _) = Loop.FailsCollectingErrors<KeyboardInterruptException>(async () =>
        {
            try
            {
                await TaskGroup.Run(async group =>
                {
                    child = group.CreateTask(Work.Fail(interrupt, turns: 1));
                    group.CreateTask(Work.CleanUpWhenCancelled(3, () => log.Add("sibling")));
                    try
                    {
                        await Work.Forever();
                    }
                    finally
                    {
                        log.Add("body");
                    }
                });
            }
            catch (Exception error)
            {
                log.Add(error.GetType().Name);
                throw;
            }
        });
        Assert.Same(interrupt, failure);
        Assert.Same(interrupt, child!.Exception);
        Assert.Equal(["body", "sibling", nameof(KeyboardInterruptException)], log);
    }

    [Fact]
    public void Run_ChildThrowsKeyboardInterruptBesideAFailure_TheFailureGoesToTheErrorHandler()
    {
        var boom = new Boom();
        var (_, errors) = Loop.FailsCollectingErrors<KeyboardInterruptException>(() => TaskGroup.Run(async group =>
        {
            group.CreateTask(Work.Fail(new KeyboardInterruptException(), turns: 1));
            group.CreateTask(Work.FailWhenCancelled(boom));
        }));
        Assert.Single(errors, error => error.Exception == boom);
    }

    [Fact]
    public void Run_GroupInAChildIsInterrupted_NoGroupWrapsIt()
    {
        var interrupt = new KeyboardInterruptException();
        var (failure, _) = Loop.FailsCollectingErrors<KeyboardInterruptException>(() => TaskGroup.Run(async outer =>
        {
            outer.CreateTask(TaskGroup.Run(async inner =>
            {
                inner.CreateTask(Work.Forever());
                inner.CreateTask(Work.Fail(interrupt, turns: 2));
            }));
            outer.CreateTask(Work.Forever());
        }));
        Assert.Same(interrupt, failure);
    }
}
