using System.Runtime.CompilerServices;
using Belay.Tests.Support;

namespace Belay.Tests.Interop;

/// <summary>Awaiters that the compiler calls in less usual ways: through an interface, a base class or a type parameter.</summary>
public class UnusualAwaiterTests
{
    public static TheoryData<string, Func<Operation, Coro<int>>> Waits => new()
    {
        { "interface", AwaitInterface },
        { "interface of an interface", AwaitDerivedInterface },
        { "inherited GetResult", AwaitInherited },
        { "virtual GetResult", AwaitVirtual },
        { "type parameter, struct", operation => AwaitParameter<StructAwaiter>(new StructAwaiter(operation)) },
        { "type parameter, class", operation => AwaitParameter<IOperationAwaiter>(new ClassAwaiter(operation)) },
        { "generic awaiter", operation => AwaitGeneric(operation, "text") },
        { "extension GetAwaiter", AwaitExtension },
        { "large struct", operation => AwaitLarge(new LargeAwaiter(operation)) },
        { "explicit interface", AwaitExplicit },
    };

    [Theory]
    [MemberData(nameof(Waits), DisableDiscoveryEnumeration = true)]
    public void Finish_Pending_GivesTheValue(string what, Func<Operation, Coro<int>> wait) => Loop.Run(async () =>
    {
        var operation = new Operation();
        var task = Coro.CreateTask(wait(operation));
        await Coro.Yield();
        operation.Finish(7);
        Assert.True(await task == 7, what);
    });

    [Theory]
    [MemberData(nameof(Waits), DisableDiscoveryEnumeration = true)]
    public void Cancel_Pending_IsCaughtAtThatAwaitAndNothingIsLeftOver(string what, Func<Operation, Coro<int>> wait) => Loop.Run(async () =>
    {
        for (var round = 0; round < 3; round++)
        {
            var task = Coro.CreateTask(wait(new Operation()));
            await Coro.Yield();
            Assert.True(task.Cancel("stop"));
            Assert.True(await task == -4, what);
            Assert.Equal(1, task.Cancelling);

            // Others, in strands and frames used before, must not notice anything.
            var operation = new Operation();
            var next = Coro.CreateTask(wait(operation));
            Assert.Equal(3, await Coro.CreateTask(Work.Return(3, turns: 2)));
            operation.Finish(7);
            Assert.True(await next == 7, what);
        }
    });

    static async Coro<int> AwaitInterface(Operation operation)
    {
        try
        {
            return await new InterfaceAwaitable<IOperationAwaiter>(new ClassAwaiter(operation));
        }
        catch (CancelledException cancelled)
        {
            return -cancelled.Message.Length;
        }
    }

    static async Coro<int> AwaitDerivedInterface(Operation operation)
    {
        try
        {
            return await new InterfaceAwaitable<IDerivedAwaiter>(new DerivedAwaiter(operation));
        }
        catch (CancelledException cancelled)
        {
            return -cancelled.Message.Length;
        }
    }

    static async Coro<int> AwaitInherited(Operation operation)
    {
        try
        {
            return await new InterfaceAwaitable<InheritingAwaiter>(new InheritingAwaiter(operation));
        }
        catch (CancelledException cancelled)
        {
            return -cancelled.Message.Length;
        }
    }

    static async Coro<int> AwaitVirtual(Operation operation)
    {
        try
        {
            return await new InterfaceAwaitable<ClassAwaiter>(new DerivedAwaiter(operation));
        }
        catch (CancelledException cancelled)
        {
            return -cancelled.Message.Length;
        }
    }

    static async Coro<int> AwaitParameter<TAwaiter>(TAwaiter awaiter) where TAwaiter : IOperationAwaiter
    {
        try
        {
            return await new InterfaceAwaitable<TAwaiter>(awaiter);
        }
        catch (CancelledException cancelled)
        {
            return -cancelled.Message.Length;
        }
    }

    static async Coro<int> AwaitGeneric<T>(Operation operation, T with)
    {
        try
        {
            var (result, extra) = await new InterfaceAwaitable<GenericAwaiter<T>>(new GenericAwaiter<T>(operation, with));
            Assert.Equal(with, extra);
            return result;
        }
        catch (CancelledException cancelled)
        {
            return -cancelled.Message.Length;
        }
    }

    static async Coro<int> AwaitExtension(Operation operation)
    {
        try
        {
            return await operation;
        }
        catch (CancelledException cancelled)
        {
            return -cancelled.Message.Length;
        }
    }

    static async Coro<int> AwaitLarge(LargeAwaiter awaiter)
    {
        try
        {
            return await new InterfaceAwaitable<LargeAwaiter>(awaiter);
        }
        catch (CancelledException cancelled)
        {
            return -cancelled.Message.Length;
        }
    }

    static async Coro<int> AwaitExplicit(Operation operation)
    {
        try
        {
            return await new InterfaceAwaitable<ExplicitAwaiter>(new ExplicitAwaiter(operation));
        }
        catch (CancelledException cancelled)
        {
            return -cancelled.Message.Length;
        }
    }

    readonly struct InterfaceAwaitable<TAwaiter>(TAwaiter awaiter)
    {
        public TAwaiter GetAwaiter() => awaiter;
    }
}

interface IOperationAwaiter : INotifyCompletion
{
    bool IsCompleted { get; }

    int GetResult();
}

interface IDerivedAwaiter : IOperationAwaiter, ICriticalNotifyCompletion;

class ClassAwaiter(Operation operation) : IOperationAwaiter
{
    public bool IsCompleted => operation.Task.IsCompleted;

    public virtual int GetResult() => operation.Task.GetAwaiter().GetResult();

    public void OnCompleted(Action continuation) => operation.Task.ConfigureAwait(false).GetAwaiter().OnCompleted(continuation);
}

sealed class DerivedAwaiter(Operation operation) : ClassAwaiter(operation), IDerivedAwaiter
{
    public override int GetResult() => base.GetResult();

    public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);
}

abstract class ResultHolder(Operation operation)
{
    protected Operation Operation => operation;

    public bool IsCompleted => operation.Task.IsCompleted;

    public int GetResult() => operation.Task.GetAwaiter().GetResult();
}

sealed class InheritingAwaiter(Operation operation) : ResultHolder(operation), INotifyCompletion
{
    public void OnCompleted(Action continuation) => Operation.Task.ConfigureAwait(false).GetAwaiter().OnCompleted(continuation);
}

readonly struct StructAwaiter(Operation operation) : IOperationAwaiter
{
    public bool IsCompleted => operation.Task.IsCompleted;

    public int GetResult() => operation.Task.GetAwaiter().GetResult();

    public void OnCompleted(Action continuation) => operation.Task.ConfigureAwait(false).GetAwaiter().OnCompleted(continuation);
}

readonly struct GenericAwaiter<T>(Operation operation, T extra) : ICriticalNotifyCompletion
{
    public bool IsCompleted => operation.Task.IsCompleted;

    public (int Result, T Extra) GetResult() => (operation.Task.GetAwaiter().GetResult(), extra);

    public void OnCompleted(Action continuation) => operation.Task.ConfigureAwait(false).GetAwaiter().OnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation) => operation.Task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(continuation);
}

struct LargeAwaiter(Operation operation) : INotifyCompletion
{
    readonly decimal _first = 1;
    readonly decimal _second = 2;
    int _calls;

    public readonly bool IsCompleted => operation.Task.IsCompleted;

    public int GetResult()
    {
        _calls++;
        Assert.Equal(1 + 2 + 1, _first + _second + _calls);
        return operation.Task.GetAwaiter().GetResult();
    }

    public readonly void OnCompleted(Action continuation) => operation.Task.ConfigureAwait(false).GetAwaiter().OnCompleted(continuation);
}

readonly struct ExplicitAwaiter(Operation operation) : INotifyCompletion
{
    public bool IsCompleted => operation.Task.IsCompleted;

    public int GetResult() => operation.Task.GetAwaiter().GetResult();

    void INotifyCompletion.OnCompleted(Action continuation) => operation.Task.ConfigureAwait(false).GetAwaiter().OnCompleted(continuation);
}

static class OperationAwaiting
{
    public static StructAwaiter GetAwaiter(this Operation operation) => new(operation);
}
