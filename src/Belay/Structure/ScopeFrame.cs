using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>
/// The frame of a block that has a scope round it, written by hand: it opens the scope, awaits what is in the block, and closes the scope
/// with how that ended before anybody else sees it. Beside an async method's it has no state to copy and throws nothing that somebody
/// else is to catch.
/// </summary>
internal abstract class ScopeFrame<T> : Frame<T>
{
    /// <summary>What is awaited, as in <see cref="Coro"/>. A value that is there already is in Result.</summary>
    object? _source;
    int _version;

    /// <summary>The block begins.</summary>
    protected abstract void Open(CoroTask task);

    /// <summary>Gives to Await what is in the block. What it throws is the block's failure.</summary>
    protected abstract void Enter();

    /// <summary>The block has ended, with a failure or without. Returns what leaves instead.</summary>
    protected abstract Exception? Close(Exception? failure);

    protected void Await(Coro awaitable) => (_source, _version) = (awaitable.Source, awaitable.Version);

    protected void Await(Coro<T> awaitable)
    {
        (_source, _version) = (awaitable.Source, awaitable.Version);
        if (_source is null) Result = awaitable.GetAwaiter().GetResult();
    }

    /// <summary>Calls a body that returns a Coro if T is VoidResult, else a Coro of T.</summary>
    protected void Await<TScope>(Delegate body, TScope scope)
    {
        if (typeof(T) == typeof(VoidResult)) Await(((Func<TScope, Coro>)body)(scope));
        else Await(((Func<TScope, Coro<T>>)body)(scope));
    }

    internal sealed override void Resume()
    {
        Exception? failure = null;
        if (State == FrameState.Suspended) failure = Take();
        else
        {
            State = FrameState.Running;
            if (Unsafe.As<TaskStrand>(Strand).Task is not { } task)     // sound: there are no other strands
            {
                SetException(Misuse.NoTask());
                return;
            }
            Open(task);
            if (!TryEnd(ref failure)) return;
        }
        failure = Close(failure);
        if (failure is null) State = FrameState.Succeeded;
        else SetException(failure);
    }

    /// <summary>Begins what is awaited. True if it has ended at once.</summary>
    bool TryEnd(ref Exception? failure)
    {
        try
        {
            Enter();
            if (_version != 0 ? Unsafe.As<Frame>(_source)!.Begin(_version) : Awaiting.IsDone(_source))
            {
                failure = Take();
                return true;
            }
            Awaiting.Suspend(_source, _version, this);
            TakesFailures = true;
            return false;
        }
        catch (Exception thrown)
        {
            failure = thrown;       // by the body, before it returned a coroutine: that is its failure too
            return true;
        }
    }

    /// <summary>Takes what came of it: the result, or the failure, which is returned.</summary>
    Exception? Take() =>
        typeof(T) == typeof(VoidResult) ? Awaiting.TryTake(_source, _version) : Awaiting.TryTake(_source, _version, ref Result);

    internal override void Recycle()
    {
        _source = null;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) Result = default!;
        ReturnToPool();
    }
}
