using Belay.Tests.Support;

namespace Belay.Tests.Interop;

/// <summary>Coro.Token: the running task's token, for APIs that want one.</summary>
public class TokenTests
{
    [Fact]
    public void Token_WithinATask_IsAlwaysTheSame() => Loop.Run(async () =>
    {
        var token = Coro.Token;
        Assert.True(token.CanBeCanceled);
        Assert.False(token.IsCancellationRequested);
        await Coro.Yield();
        Assert.Equal(token, Coro.Token);
        Assert.Equal(token, await Inner());

        static async Coro<CancellationToken> Inner()
        {
            await Coro.Yield();
            return Coro.Token;
        }
    });

    [Fact]
    public void Token_OfTwoTasks_AreApart() => Loop.Run(async () =>
    {
        var first = new TokenHolder();
        var second = new TokenHolder();
        var cancelled = Coro.CreateTask(first.Hold(), eager: true);
        var other = Coro.CreateTask(second.Hold(), eager: true);
        Assert.NotEqual(first.Token, second.Token);
        cancelled.Cancel();
        Assert.True(first.Token.IsCancellationRequested);
        Assert.False(second.Token.IsCancellationRequested);
        await Expect.Throws<CancelledException>(cancelled);
        Assert.False(other.IsDone);
        other.Cancel();
    });

    [Fact]
    public void Token_AskedAfterTheRequest_IsAlreadyCancelled() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Body());
        Assert.True(await Expect.Throws<CancelledException>(task) is not null);

        static async Coro Body()
        {
            Coro.CurrentTask.Cancel();
            Assert.True(Coro.Token.IsCancellationRequested);
            await Coro.Yield();
        }
    });

    [Fact]
    public void Token_OfATaskThatEnded_IsNotCancelled() => Loop.Run(async () =>
    {
        var holder = new TokenHolder();
        var task = Coro.CreateTask(holder.Take());
        await task;
        Assert.False(task.Cancel());
        Assert.False(holder.Token.IsCancellationRequested);
    });

    [Fact]
    public void Token_InACallback_Throws() => Loop.Run(async () =>
    {
        Exception? seen = null;
        EventLoop.Running.CallSoon(() => seen = Record.Exception(() => Coro.Token));
        await Coro.Yield();
        Assert.IsType<InvalidOperationException>(seen);
    });

    [Fact]
    public void Cancel_WithAnOperationOnTheToken_EndsTheTaskCancelled() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Body());
        await Coro.Yield();
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.True(task.IsCancelled);

        static async Coro Body() => await Task.Delay(Timeout.InfiniteTimeSpan, Coro.Token);
    });

    [Fact]
    public void Cancel_WithAnOperationOnTheToken_ShowsItsOwnException() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Body());
        await Coro.Yield();
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.True(task.IsCancelled);

        static async Coro Body()
        {
            var token = Coro.Token;
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
            }
            catch (OperationCanceledException cancelled)
            {
                Assert.Equal(token, cancelled.CancellationToken);
                throw;
            }
        }
    });

    [Fact]
    public void Cancel_WhenTheOperationIgnoresTheToken_WaitsForIt() => Loop.Run(async () =>
    {
        var log = new List<string>();
        var operation = new TaskCompletionSource<int>();
        var task = Coro.CreateTask(Body());
        await Coro.Yield();
        task.Cancel();
        Assert.Equal(["token cancelled"], log);
        await Loop.Turns(5);
        Assert.False(task.IsDone);
        operation.SetResult(1);
        await Expect.Throws<CancelledException>(task);

        async Coro Body()
        {
            using (Coro.Token.UnsafeRegister(_ => log.Add("token cancelled"), null))
            {
                log.Add($"{await operation.Task}");
            }
        }
    });

    [Fact]
    public void Cancel_OwnAwaitsWhileTheTokenIsKnown_AreCancelledAtOnce() => Loop.Run(async () =>
    {
        var holder = new TokenHolder();
        var task = Coro.CreateTask(holder.Hold(), eager: true);
        task.Cancel();
        await Coro.Yield();
        Assert.True(task.IsCancelled);
    });

    [Fact]
    public void Uncancel_ToZero_GivesAFreshToken() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Body());
        await Coro.Yield();
        task.Cancel();
        await Loop.Turns(3);
        Assert.False(task.IsDone);
        task.Cancel();
        await Expect.Throws<CancelledException>(task);

        static async Coro Body()
        {
            var spent = Coro.Token;
            try
            {
                await Work.Forever();
            }
            catch (CancelledException)
            {
                Assert.True(spent.IsCancellationRequested);
                Assert.Equal(0, Coro.CurrentTask.Uncancel());
            }
            Assert.False(Coro.Token.IsCancellationRequested);
            await Task.Delay(Timeout.InfiniteTimeSpan, Coro.Token);
        }
    });

    [Fact]
    public void Cancel_AgainFromTheTokensCallback_IsCountedAndThrownOnce() => Loop.Run(async () =>
    {
        var caught = 0;
        var task = Coro.CreateTask(Body());
        await Coro.Yield();
        task.Cancel();
        Assert.Equal(2, task.Cancelling);
        await task;
        Assert.Equal(1, caught);

        async Coro Body()
        {
            var self = Coro.CurrentTask;
            using (Coro.Token.UnsafeRegister(_ => self.Cancel(), null))
            {
                try
                {
                    await Work.Forever();
                }
                catch (CancelledException)
                {
                    caught++;
                }
            }
            await Loop.Turns(3);
        }
    });

    [Fact]
    public void Cancel_WithATokenCallbackThatThrows_ReportsItAndCancelsAllTheSame()
    {
        var errors = Loop.RunCollectingErrors(async () =>
        {
            var task = Coro.CreateTask(Body());
            await Coro.Yield();
            Assert.True(task.Cancel());
            await Expect.Throws<CancelledException>(task);
        });
        var several = Assert.IsType<AggregateException>(Assert.Single(errors).Exception);
        Assert.IsType<Boom>(Assert.Single(several.InnerExceptions));

        static async Coro Body()
        {
            using (Coro.Token.UnsafeRegister(_ => throw new Boom(), null))
            {
                await Work.Forever();
            }
        }
    }

    [Fact]
    public void Token_AfterASwallowedRequest_IsFreshForTheCleanUp() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Body());
        await Coro.Yield();
        task.Cancel();
        Assert.Equal("cleaned up", await task);

        static async Coro<string> Body()
        {
            Assert.False(Coro.Token.IsCancellationRequested);
            try
            {
                await Work.Forever();
            }
            catch (CancelledException)
            {
                await Task.Delay(TimeSpan.FromTicks(1), Coro.Token);
            }
            return "cleaned up";
        }
    });

    sealed class TokenHolder
    {
        public CancellationToken Token { get; private set; }

        public async Coro Hold()
        {
            await Take();
            await Work.Forever();
        }

        public async Coro Take()
        {
            Token = Coro.Token;
            await Coro.CompletedCoro;
        }
    }
}
