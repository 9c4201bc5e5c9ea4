using System.Diagnostics;
using System.Globalization;
using Belay.Tests.Support;

namespace Belay.Tests.Context;

/// <summary>What .NET keeps in the execution context flows as a ContextVar does: activities and cultures.</summary>
public class AmbientContextTests
{
    [Fact]
    public void Activity_StartedInATask_IsCurrentThereOnly() => Loop.Run(async () =>
    {
        using var outer = new Activity("outer").Start();
        async Coro Child()
        {
            Assert.Same(outer, Activity.Current);
            using var inner = new Activity("inner").Start();
            Assert.Equal(outer.Id, inner.ParentId);
            await Loop.Turns(3);
            Assert.Same(inner, Activity.Current);
            await Task.Run(() => { });
            Assert.Same(inner, Activity.Current);
        }
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Child());
            group.CreateTask(Child());
            await Loop.Turns(2);
            Assert.Same(outer, Activity.Current);
        });
        Assert.Same(outer, Activity.Current);
    });

    [Fact]
    public void Activity_StartedInAnAwaitedCoroutine_IsCurrentInTheCaller() => Loop.Run(async () =>
    {
        Activity? started = null;
        async Coro StartOne()
        {
            await Coro.Yield();
            started = new Activity("started").Start();
        }
        await StartOne();
        Assert.Same(started, Activity.Current);
        started!.Stop();
        Assert.Null(Activity.Current);
    });

    [Fact]
    public void Culture_SetInATask_IsTheTasksOnly() => Loop.Run(async () =>
    {
        // Clones, because a suite in invariant mode has no other cultures.
        var outer = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        var userInterface = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        async Coro Child()
        {
            CultureInfo.CurrentCulture = culture;
            CultureInfo.CurrentUICulture = userInterface;
            await Loop.Turns(3);
            Assert.Same(culture, CultureInfo.CurrentCulture);
            await Task.Run(() => { });
            Assert.Same(culture, CultureInfo.CurrentCulture);
            Assert.Same(userInterface, CultureInfo.CurrentUICulture);
        }
        var task = Coro.CreateTask(Child());
        await Loop.Turns(2);
        Assert.Same(outer, CultureInfo.CurrentCulture);
        await task;
        Assert.Same(outer, CultureInfo.CurrentCulture);
    });

    [Fact]
    public void Culture_SetInAnAwaitedCoroutine_IsTheCallersToo() => Loop.Run(async () =>
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        async Coro SetCulture()
        {
            await Coro.Yield();
            CultureInfo.CurrentCulture = culture;
        }
        await SetCulture();
        Assert.Same(culture, CultureInfo.CurrentCulture);
        await Coro.Yield();
        Assert.Same(culture, CultureInfo.CurrentCulture);
    });

    [Fact]
    public void Culture_OfRunsCaller_IsInheritedAndRestored() => HangGuard.Run(() =>
    {
        var callers = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        var mains = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        CultureInfo.CurrentCulture = callers;
        async Coro Main()
        {
            Assert.Same(callers, CultureInfo.CurrentCulture);
            CultureInfo.CurrentCulture = mains;
            await Coro.Yield();
            Assert.Same(mains, CultureInfo.CurrentCulture);
        }
        Coro.Run(Main(), new RunOptions { HandleSignals = false });
        Assert.Same(callers, CultureInfo.CurrentCulture);
    });

    [Fact]
    public void AsyncLocal_ChangeNotifications_TellOfSwitchesBetweenTasks() => Loop.Run(async () =>
    {
        var current = 0;
        var local = new AsyncLocal<int>(change => current = change.CurrentValue);
        async Coro Child(int mine)
        {
            local.Value = mine;
            for (var i = 0; i < 3; i++)
            {
                await Coro.Yield();
                Assert.Equal(mine, current);
            }
        }
        local.Value = 1;
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Child(2));
            group.CreateTask(Child(3));
        });
        Assert.Equal(1, current);
    });
}
