#if !DEBUG      // in which the compiler makes classes of state machines
using Belay.Tests.Soak;
using Belay.Tests.Support;

namespace Belay.Tests.Structure;

/// <summary>What is on hot paths allocates nothing.</summary>
[Collection(SoakCollection.Name)]
public class CombinatorAllocationTests
{
    static readonly TimeSpan _limit = TimeSpan.FromHours(1);

    [Fact]
    public void WaitFor_DoneWithoutWaiting_AllocatesNothing() => Loop.Run(async () =>
    {
        Assert.Equal(0, await Allocations.PerOperation(async count =>
        {
            for (var i = 0; i < count; i++)
            {
                await Coro.WaitFor(Done(), _limit);
            }
        }));
    });

    [Fact]
    public void WaitFor_InTime_AllocatesNothing() => Loop.Run(async () =>
    {
        Assert.Equal(0, await Allocations.PerOperation(async count =>
        {
            for (var i = 0; i < count; i++)
            {
                await Coro.WaitFor(Yields(), _limit);
            }
        }));
    });

    [Fact]
    public void WaitFor_WithResult_AllocatesNothing() => Loop.Run(async () =>
    {
        Assert.Equal(0, await Allocations.PerOperation(async count =>
        {
            for (var i = 0; i < count; i++)
            {
                Assert.True(await Coro.WaitFor(Result(), _limit) == 1);
            }
        }));
    });

    /// <summary>The scope, which the block may keep.</summary>
    [Fact]
    public void Timeout_InTime_AllocatesItsScopeOnly() => Loop.Run(async () =>
    {
        Assert.InRange(await Allocations.PerOperation(async count =>
        {
            for (var i = 0; i < count; i++)
            {
                await Coro.Timeout(_limit, static _ => Yields());
            }
        }, enough: 80), 1, 80);
    });

    static async Coro Done()
    {
    }

    static async Coro Yields() => await Coro.Yield();

    static async Coro<int> Result()
    {
        await Coro.Yield();
        return 1;
    }
}
#endif
