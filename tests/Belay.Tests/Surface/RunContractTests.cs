using System.Runtime.InteropServices;
using Belay.Tests.Support;

namespace Belay.Tests.Surface;

/// <inheritdoc cref="CoroutineContractTests"/>
public class RunContractTests
{
    static readonly RunOptions _options = new()
    {
        Debug = false,
        TimeProvider = TimeProvider.System,
        SlowStepThreshold = TimeSpan.FromSeconds(1),
        HandleSignals = false,
        ErrorHandler = error => Assert.Fail(error.ToString()),
    };

    [Fact]
    public void Run_PlainAndWithAResult_RunsToTheEnd()
    {
        var ran = false;
        Coro.Run(main: Set(() => ran = true), options: _options);

        Assert.True(ran);
        Assert.Equal(5, Coro.Run<int>(main: Work.Return(5, turns: 1), options: _options));
    }

    [Fact]
    public void RunMain_PlainAndWithAResult_GivesTheExitCode()
    {
        int plain = Coro.RunMain(main: Coro.Yield(), options: _options);
        int withResult = Coro.RunMain(main: Work.Return(3, turns: 1), options: _options);

        Assert.Equal((0, 3), (plain, withResult));
    }

    [Fact]
    public async Task RunAsync_PlainAndWithAResult_RunsToTheEnd()
    {
        Task plain = Coro.RunAsync(main: Coro.Yield(), options: _options, cancellationToken: CancellationToken.None);
        Task<int> withResult = Coro.RunAsync(main: Work.Return(5, turns: 1), options: _options, cancellationToken: CancellationToken.None);

        await plain;
        Assert.Equal(5, await withResult);
    }

    [Fact]
    public void Runner_SeveralRuns_ShareItsLoop()
    {
        EventLoop loop;
        using (var runner = new Runner(options: _options))
        {
            loop = runner.Loop;
            EventLoop? seen = null;
            runner.Run(main: Set(() => seen = EventLoop.Running));

            Assert.Same(loop, seen);
            Assert.Equal(5, runner.Run<int>(main: Work.Return(5, turns: 1)));
            Assert.False(loop.IsClosed);
        }

        Assert.True(loop.IsClosed);
    }

    [Fact]
    public void RunOptions_NobodyAskedFor_HaveTheirDefaults()
    {
        var options = new RunOptions();

        Assert.Equal((null, null, null), (options.Debug, options.HandleSignals, options.ErrorHandler));
        Assert.Equal((TimeProvider.System, TimeSpan.FromMilliseconds(100)), (options.TimeProvider, options.SlowStepThreshold));
    }

    [Fact]
    public void LoopError_OfACallback_SaysWhatAndWhence()
    {
        var boom = new Boom();
        var error = Assert.Single(Loop.RunCollectingErrors(async () =>
        {
            EventLoop.Running.CallSoon(() => throw boom);
            await Coro.Yield();
        }));

        Assert.Same(boom, error.Exception);
        Assert.Equal(error, new LoopError(Message: error.Message, Exception: boom, Source: error.Source));
    }

    [Fact]
    public void Exceptions_AreWhatProgramsCatch()
    {
        InvalidOperationException[] misuses =
        [
            new InvalidStateException(message: "state"),
            new DeadlockException(message: "deadlock"),
            new QueueShutDownException(),
            new BrokenBarrierException(),
        ];
        OperationCanceledException cancelled = new CancelledException(message: "enough");
        var interrupt = new KeyboardInterruptException(signal: PosixSignal.SIGTERM);

        Assert.Equal(["state", "deadlock"], misuses.Take(2).Select(misuse => misuse.Message));
        Assert.Equal("enough", cancelled.Message);
        Assert.Equal((PosixSignal.SIGTERM, PosixSignal.SIGINT), (interrupt.Signal, new KeyboardInterruptException().Signal));
    }

    static async Coro Set(Action set)
    {
        set();
        await Coro.Yield();
    }
}
