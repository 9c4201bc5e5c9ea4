using Belay.Tests.Support;

namespace Belay.Tests.Soak;

/// <summary>An hour of a busy program, in virtual time: at its end nothing may be left.</summary>
[Collection(SoakCollection.Name)]
public class HourLongSoakTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, SoakCollection.IsLong ? 20 : 2)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Run_AnHourOfRandomWork_LeavesNothingBehind(int seed)
    {
        var errors = new List<LoopError>();
        var program = new RandomProgram(seed);
        HangGuard.Run(() =>
        {
            var runner = new Runner(new RunOptions
            {
                HandleSignals = false,
                TimeProvider = new VirtualTimeProvider(),
                ErrorHandler = errors.Add,
            });
            var loop = runner.Loop;
            runner.Run(program.RunUntil(TimeSpan.FromHours(1), perSecond: SoakCollection.IsLong ? 10 : 3));
            runner.Dispose();

            Assert.Equal(0, loop.LiveStrandCount);
            Assert.Equal(0, loop.TimerCount);
        });
        Assert.Equal(program.Begun, program.Ended);
        Assert.True(program.Begun > 10_000, $"Only {program.Begun} were begun.");
        Assert.True(program.Cancelled > 1_000, $"Only {program.Cancelled} were cancelled.");
        Assert.All(errors, error => Assert.True(error.Exception is Boom or ExceptionGroup, $"{error}"));
    }
}
