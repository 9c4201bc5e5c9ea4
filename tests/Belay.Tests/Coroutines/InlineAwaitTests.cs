using Belay.Tests.Support;

namespace Belay.Tests.Coroutines;

/// <summary>An awaited coroutine is part of its caller: same task, no step in between.</summary>
public class InlineAwaitTests
{
    [Fact]
    public void Await_CoroutineThatNeverSuspends_KeepsTheTurn()
    {
        var log = new List<string>();
        Loop.Run(Main);
        Assert.Equal(["inner", "after", "other"], log);

        async Coro Main()
        {
            EventLoop.Running.CallSoon(() => log.Add("other"));
            await Inner();
            log.Add("after");
            await Coro.Yield();
        }

        async Coro Inner()
        {
            await Coro.CompletedCoro;
            log.Add("inner");
        }
    }

    [Fact]
    public void Await_Coroutine_StaysInTheSameTask()
    {
        Loop.Run(Main);

        static async Coro Main()
        {
            var task = Coro.CurrentTask;
            Assert.Same(task, await Ask());
            Assert.Same(task, Coro.CurrentTask);
            _ = Assert.Single(Coro.AllTasks());
        }

        static async Coro<CoroTask> Ask()
        {
            var before = Coro.CurrentTask;
            await Coro.Yield();
            Assert.Same(before, Coro.CurrentTask);
            return before;
        }
    }

    [Fact]
    public void Await_InnerResumes_AllFramesContinueInOneStep()
    {
        var log = new List<string>();
        Loop.Run(Main);
        Assert.Equal(["set", "inner", "middle", "outer", "marker"], log);

        async Coro Main()
        {
            var gate = new Future<int>();
            var task = Coro.CreateTask(Outer(gate));
            await Coro.Yield();
            gate.SetResult(1);
            EventLoop.Running.CallSoon(() => log.Add("marker"));
            log.Add("set");
            await task;
        }

        async Coro Outer(Future<int> gate)
        {
            await Middle(gate);
            log.Add("outer");
            await Coro.Yield();
        }

        async Coro Middle(Future<int> gate)
        {
            await Inner(gate);
            log.Add("middle");
        }

        async Coro Inner(Future<int> gate)
        {
            await gate;
            log.Add("inner");
        }
    }

    [Fact]
    public void Await_DoneFuture_KeepsTheTurn()
    {
        var log = new List<string>();
        Loop.Run(Main);
        Assert.Equal(["value 7", "other"], log);

        async Coro Main()
        {
            var future = new Future<int>();
            future.SetResult(7);
            EventLoop.Running.CallSoon(() => log.Add("other"));
            log.Add($"value {await future}");
            await Coro.Yield();
        }
    }

    [Fact]
    public void Await_DoneTask_KeepsTheTurn()
    {
        var log = new List<string>();
        Loop.Run(Main);
        Assert.Equal(["value 7", "failure", "cancellation", "other"], log);

        async Coro Main()
        {
            var value = Coro.CreateTask(Coro.FromResult(7));
            var failure = Coro.CreateTask(Throw(new FormatException()));
            var cancellation = Coro.CreateTask(Throw(new CancelledException()));
            await Coro.Yield();

            EventLoop.Running.CallSoon(() => log.Add("other"));
            log.Add($"value {await value}");
            await Expect.Throws<FormatException>(failure);
            log.Add("failure");
            await Expect.Throws<CancelledException>(cancellation);
            log.Add("cancellation");
            await Coro.Yield();
        }

        static async Coro Throw(Exception exception)
        {
            await Coro.CompletedCoro;
            throw exception;
        }
    }

    [Fact]
    public void Await_DoneForeignTask_KeepsTheTurn()
    {
        var log = new List<string>();
        Loop.Run(Main);
        Assert.Equal(["1", "2", "other"], log);

        async Coro Main()
        {
            EventLoop.Running.CallSoon(() => log.Add("other"));
            log.Add($"{await Task.FromResult(1)}");
            log.Add($"{await ValueTask.FromResult(2).ConfigureAwait(false)}");
            await Task.CompletedTask;
            await Coro.Yield();
        }
    }

    [Fact]
    public void Await_ThroughTheConversionToCoro_GivesTheOutcome()
    {
        Loop.Run(Main);

        static async Coro Main()
        {
            var future = new Future<int>();
            Coro dropped = future;
            Coro<int> kept = future;
            Coro<int> task = Coro.CreateTask(Coro.FromResult(5));
            Coro body = Coro.FromResult("dropped");
            EventLoop.Running.CallSoon(() => future.SetResult(3));
            await dropped;
            Assert.Equal(3, await kept);
            Assert.Equal(5, await task);
            await body;
        }
    }

    [Fact]
    public void Await_FailureOfInner_IsCaughtByTheNearestHandler()
    {
        var log = new List<string>();
        Loop.Run(Main);
        Assert.Equal(["finally", "caught boom", "goes on"], log);

        async Coro Main()
        {
            try
            {
                await Middle();
            }
            catch (FormatException failure)
            {
                log.Add($"caught {failure.Message}");
            }

            await Coro.Yield();
            log.Add("goes on");
        }

        async Coro Middle()
        {
            try
            {
                await Inner();
            }
            finally
            {
                log.Add("finally");
            }
        }

        static async Coro Inner()
        {
            await Coro.Yield();
            throw new FormatException("boom");
        }
    }

    [Fact]
    public void Return_AFuture_IsAValueAndNotAwaited()
    {
        Loop.Run(Main);

        static async Coro Main()
        {
            var future = new Future<string>();
            var task = Coro.CreateTask(Give(future));
            Assert.Same(future, await task);
            Assert.False(future.IsDone);
        }

        static async Coro<Future<string>> Give(Future<string> future)
        {
            await Coro.Yield();
            return future;
        }
    }
}
