using Belay.Tests.Support;

namespace Belay.Tests.Tasks;

/// <summary>A KeyboardInterruptException is kept by whoever threw it and leaves the loop at once.</summary>
public class KeyboardInterruptTests
{
    [Fact]
    public void Throw_InATask_LeavesTheLoopAtOnceAndStaysInTheTask()
    {
        var log = new List<string>();
        CoroTask? task = null;
        HangGuard.Run(() =>
        {
            using var runner = new Runner(new RunOptions { HandleSignals = false });
            var interrupt = new KeyboardInterruptException();
            Assert.Same(interrupt, Assert.Throws<KeyboardInterruptException>(() => runner.Run(Main(interrupt))));
            Assert.True(task!.IsDone);
            Assert.False(task.IsCancelled);
            Assert.Same(interrupt, task.Exception);
            Assert.Equal(["main waits"], log);
        });
        Assert.Equal(["main waits", "main cleaned up"], log);

        async Coro Main(KeyboardInterruptException interrupt)
        {
            task = Coro.CreateTask(Work.Fail(interrupt, turns: 1));
            try
            {
                log.Add("main waits");
                await Work.Forever();
            }
            finally
            {
                log.Add("main cleaned up");
            }
        }
    }

    [Fact]
    public void Throw_InPlaceOfACancellation_LeavesTheLoopAtOnce()
    {
        CoroTask? task = null;
        HangGuard.Run(() =>
        {
            using var runner = new Runner(new RunOptions { HandleSignals = false });
            var interrupt = new KeyboardInterruptException();
            Assert.Throws<KeyboardInterruptException>(() => runner.Run(Main(interrupt)));
            Assert.Same(interrupt, task!.Exception);
        });

        async Coro Main(KeyboardInterruptException interrupt)
        {
            task = Coro.CreateTask(Work.FailWhenCancelled(interrupt));
            await Coro.Yield();
            task.Cancel();
            Assert.False(task.IsDone);
            await Work.Forever();
        }
    }

    [Fact]
    public void Throw_InACallback_LeavesTheLoopAtOnce()
    {
        var after = false;
        HangGuard.Run(() =>
        {
            using var runner = new Runner(new RunOptions { HandleSignals = false });
            Assert.Throws<KeyboardInterruptException>(() => runner.Run(Main()));
            Assert.False(after);
        });

        async Coro Main()
        {
            EventLoop.Running.CallSoon(() => throw new KeyboardInterruptException());
            await Coro.Yield();
            after = true;
        }
    }
}
