using System.Runtime.CompilerServices;
using Belay.Tests.Support;

namespace Belay.Tests.Surface;

/// <summary>
/// The method builders, used through the shape that the C# specification gives them and nothing else: state machines written by
/// hand, whose fields have none of the names that the compiler would choose.
/// </summary>
public class CompilerContractTests
{
    [Fact]
    public void Builder_StateMachineThatSuspends_RunsToItsEnd() => Loop.Run(async () =>
    {
        var order = new List<string>();
        var machine = new Plain { Builder = CoroMethodBuilder.Create(), Order = order };
        machine.Builder.Start(stateMachine: ref machine);
        Coro coroutine = machine.Builder.Task;
        Assert.Empty(order);

        await coroutine;

        Assert.Equal(["before", "after yield", "after task"], order);
    });

    [Fact]
    public void Builder_StateMachineThatFails_HandsOutItsException() => Loop.Run(async () =>
    {
        var machine = new Plain { Builder = CoroMethodBuilder.Create(), Order = [], Error = new Boom() };
        machine.Builder.Start(ref machine);

        Assert.Same(machine.Error, await Expect.Throws<Boom>(machine.Builder.Task));
    });

    [Fact]
    public void BuilderWithResult_StateMachineThatSuspends_GivesItsResult() => Loop.Run(async () =>
    {
        var machine = new WithResult { Builder = CoroMethodBuilder<int>.Create(), Result = 5 };
        machine.Builder.Start(stateMachine: ref machine);
        Coro<int> coroutine = machine.Builder.Task;

        Assert.Equal(5, await coroutine);
    });

    [Fact]
    public void BuilderWithResult_StateMachineThatFails_HandsOutItsException() => Loop.Run(async () =>
    {
        var machine = new WithResult { Builder = CoroMethodBuilder<int>.Create(), Error = new Boom() };
        machine.Builder.Start(ref machine);

        Assert.Same(machine.Error, await Expect.Throws<Boom>(machine.Builder.Task));
    });

    /// <summary>Awaits a coroutine and then a task of .NET, by the plain path and the unsafe one.</summary>
    struct Plain : IAsyncStateMachine
    {
        public CoroMethodBuilder Builder;
        public required List<string> Order;
        public Exception? Error;
        int _step;
        CoroAwaiter _yielded;
        TaskAwaiter _task;

        public void MoveNext()
        {
            try
            {
                switch (_step++)
                {
                    case 0:
                        Order.Add("before");
                        _yielded = Coro.Yield().GetAwaiter();
                        Builder.AwaitUnsafeOnCompleted(awaiter: ref _yielded, stateMachine: ref this);
                        return;
                    case 1:
                        _yielded.GetResult();
                        Order.Add("after yield");
                        _task = Task.Run(() => { }).GetAwaiter();
                        Builder.AwaitOnCompleted(awaiter: ref _task, stateMachine: ref this);
                        return;
                    default:
                        _task.GetResult();
                        Order.Add("after task");
                        if (Error is not null)
                        {
                            throw Error;
                        }

                        break;
                }
            }
            catch (Exception error)
            {
                Builder.SetException(exception: error);
                return;
            }

            Builder.SetResult();
        }

        public void SetStateMachine(IAsyncStateMachine stateMachine) => Builder.SetStateMachine(stateMachine: stateMachine);
    }

    /// <summary>The same with a result.</summary>
    struct WithResult : IAsyncStateMachine
    {
        public CoroMethodBuilder<int> Builder;
        public int Result;
        public Exception? Error;
        int _step;
        CoroAwaiter<int> _value;
        TaskAwaiter _task;

        public void MoveNext()
        {
            int value;
            try
            {
                switch (_step++)
                {
                    case 0:
                        _value = Work.Return(Result, turns: 1).GetAwaiter();
                        Builder.AwaitUnsafeOnCompleted(awaiter: ref _value, stateMachine: ref this);
                        return;
                    case 1:
                        Result = _value.GetResult();
                        _task = Task.Run(() => { }).GetAwaiter();
                        Builder.AwaitOnCompleted(awaiter: ref _task, stateMachine: ref this);
                        return;
                    default:
                        _task.GetResult();
                        value = Error is null ? Result : throw Error;
                        break;
                }
            }
            catch (Exception error)
            {
                Builder.SetException(exception: error);
                return;
            }

            Builder.SetResult(result: value);
        }

        public void SetStateMachine(IAsyncStateMachine stateMachine) => Builder.SetStateMachine(stateMachine: stateMachine);
    }
}
