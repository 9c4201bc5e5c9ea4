using System.Collections.Concurrent;
using Belay.Tests.Support;

namespace Belay.Tests.Soak;

/// <summary>Several loops at once on the same pool threads: each does its own work and none sees another's.</summary>
[Collection(SoakCollection.Name)]
public class ManyLoopsTests
{
    [Fact]
    public async Task RunAsync_ManyAtOnce_EachLeavesNothingBehind()
    {
        var errors = new ConcurrentQueue<LoopError>();
        var programs = Enumerable.Range(1, 6).Select(seed => new RandomProgram(seed)).ToList();
        var loops = new ConcurrentQueue<EventLoop>();
        await HangGuard.Run(Task.WhenAll(programs.Select(Run)));

        Assert.All(programs, program => Assert.Equal(program.Begun, program.Ended));
        Assert.All(loops, loop => Assert.Equal((0, 0), (loop.LiveStrandCount, loop.TimerCount)));
        Assert.All(errors, error => Assert.True(error.Exception is Boom or ExceptionGroup, $"{error}"));
        Assert.Equal(programs.Count, loops.Count);

        Task Run(RandomProgram program) =>
            Coro.RunAsync(Main(program), new RunOptions { TimeProvider = new JumpingClock(), ErrorHandler = errors.Enqueue });

        async Coro Main(RandomProgram program)
        {
            loops.Enqueue(EventLoop.Running);
            await program.RunUntil(TimeSpan.FromMinutes(SoakCollection.IsLong ? 60 : 10), perSecond: 5);
        }
    }
}
