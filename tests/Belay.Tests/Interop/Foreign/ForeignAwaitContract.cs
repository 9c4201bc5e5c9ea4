using Belay.Tests.Support;

namespace Belay.Tests.Interop.Foreign;

/// <summary>
/// What holds of every foreign awaitable. The five coroutines must be written out for each kind, because what matters is the
/// state machine that the compiler makes of that kind's own awaiter.
/// </summary>
public abstract partial class ForeignAwaitContract
{
    readonly List<string> _log = [];

    /// <summary>False for awaits that always go round by another thread.</summary>
    protected virtual bool KeepsTheTurnWhenDone => true;

    /// <summary>False for awaits that do not throw what the operation failed with.</summary>
    protected virtual bool ThrowsFailures => true;

    /// <summary>Awaits in a coroutine without any handler.</summary>
    protected abstract Coro<int> Plain(Operation operation);

    /// <summary>Awaits inside try, and logs in finally.</summary>
    protected abstract Coro<int> InFinally(Operation operation, List<string> log);

    /// <summary>Awaits inside try, logs the message of a cancellation and returns -1.</summary>
    protected abstract Coro<int> InTry(Operation operation, List<string> log);

    /// <summary>Awaits while it handles an exception.</summary>
    protected abstract Coro<int> InCatch(Operation operation);

    /// <summary>Awaits one after the other at the same place, swallowing cancellations, and gives the sum.</summary>
    protected abstract Coro<int> InLoop(IEnumerable<Operation> operations);

    [Fact]
    public void Await_EndsOnAnotherThread_ResumesOnTheLoop() => Loop.Run(async () =>
    {
        var home = Environment.CurrentManagedThreadId;
        var loop = EventLoop.Running;
        var self = Coro.CurrentTask;
        foreach (var shape in Shapes())
        {
            var operation = new Operation();
            var pending = shape(operation);
            ThreadPool.UnsafeQueueUserWorkItem(_ => operation.Finish(7), null);
            Assert.Equal(7, await pending);
            Assert.Equal(home, Environment.CurrentManagedThreadId);
            Assert.Same(loop, EventLoop.Running);
            Assert.Same(self, Coro.CurrentTask);
        }
    });

    [Fact]
    public void Await_EndsOnTheLoop_ResumesInALaterStep() => Loop.Run(async () =>
    {
        foreach (var shape in Shapes())
        {
            var operation = new Operation();
            var task = Coro.CreateTask(shape(operation));
            await Coro.Yield();
            operation.Finish(7);
            Assert.False(task.IsDone);
            Assert.Equal(7, await task);
        }
    });

    [Fact]
    public void Await_AlreadyEnded_GivesTheValue() => Loop.Run(async () =>
    {
        foreach (var shape in Shapes())
        {
            var operation = new Operation();
            operation.Finish(7);
            using var turns = new TurnCounter();
            Assert.Equal(7, await shape(operation));
            Assert.Equal(KeepsTheTurnWhenDone, turns.Count == 0);
        }
    });

    [Fact]
    public void Await_Fails_ThrowsTheFailureThere() => Loop.Run(async () =>
    {
        foreach (var shape in Shapes())
        {
            var boom = new Boom();
            var operation = new Operation();
            var task = Coro.CreateTask(shape(operation));
            await Coro.Yield();
            operation.Fail(boom);
            if (ThrowsFailures)
            {
                Assert.Same(boom, await Expect.Throws<Boom>(task));
            }
            else
            {
                Assert.Equal(0, await task);
            }
            Assert.False(task.IsCancelled);
        }
    });

    [Fact]
    public void Await_InALoop_GivesEachValue() => Loop.Run(async () =>
    {
        var operations = Enumerable.Range(0, 4).Select(_ => new Operation()).ToList();
        var task = Coro.CreateTask(InLoop(operations));
        foreach (var operation in operations)
        {
            await Coro.Yield();
            Assert.False(task.IsDone);
            operation.Finish(7);
            await Loop.Turns(2);
        }
        Assert.Equal(4 * 7, await task);
    });

    IEnumerable<Func<Operation, Coro<int>>> Shapes() =>
    [
        Plain,
        operation => InFinally(operation, _log),
        operation => InTry(operation, _log),
        InCatch,
        operation => InLoop([operation]),
        Nested,
    ];

    async Coro<int> Nested(Operation operation) => await Within(operation);

    async Coro<int> Within(Operation operation)
    {
        try
        {
            return await Plain(operation);
        }
        finally
        {
            _log.Add("within");
        }
    }
}
