using Belay.Tests.Soak;

namespace Belay.Tests.IO;

#if !DEBUG // an await that has to wait boxes its awaiter in code that is not optimized

/// <summary>The threads of the pool take turns, so what all threads allocate is counted: hence on its own.</summary>
[Collection(SoakCollection.Name)]
public sealed class PoolAllocationTests : NetContract
{
    const int Messages = 200;

    [Fact]
    public void Echo_OnThePoolInSteadyState_AllocatesNothing() => Run(() => WithPair(async (client, server) =>
    {
        var message = new byte[100];
        var answer = new byte[100];
        var echo = Coro.CreateTask(Echo(server));

        // Until its code is compiled for good a batch allocates here and there, and .NET's pool does whenever it takes on another thread.
        var least = long.MaxValue;
        for (var batch = 0; batch < 2000 && least >= Messages; batch++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var i = 0; i < Messages; i++)
            {
                await client.WriteAsync(message);
                await client.ReadExactlyAsync(answer);
            }
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }
        Assert.True(least < Messages, $"{Messages} messages, there and back, have allocated {least} bytes.");

        echo.Cancel();
        await Coro.Wait([echo]);
    }));

    private protected override IReadOnlyList<LoopError> RunCollectingErrors(Func<Coro> main) => OnPool(main);
}
#endif
