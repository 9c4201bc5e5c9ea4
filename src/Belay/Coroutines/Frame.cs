using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>
/// One coroutine on a strand: what a <see cref="Coro"/> is a handle to. Frames are reused; the version tells an old handle from a new one.
/// A frame is run by its strand only, on the loop's thread.
/// </summary>
internal abstract class Frame
{
    /// <summary>Who awaits it. Null for the root of a strand.</summary>
    internal Frame? Parent;

    /// <summary>An exception, or an <see cref="UnseenCancellation"/>.</summary>
    object? _failure;

    /// <summary>Where it goes back to: a pool of the executor that runs it.</summary>
    FramePool _pool = FramePool.None;

    /// <summary>Never 0: that is how handles say that they hold no frame.</summary>
    internal int Version = 1;

    internal FrameState State;

    /// <summary>The await it is suspended at takes failures as values, so that they need not be thrown into it.</summary>
    internal bool TakesFailures;

    /// <summary>Only when none is to be had from a pool, so that it costs little to ask here whether somebody wants to know.</summary>
    private protected Frame() => Executor.Current?.Checks?.NeverAwaited.OnCreated(this);

    /// <summary>What its user has called to get it.</summary>
    internal virtual string Name => Position is var (type, _) ? StateMachineNames.Method(type) : TypeNames.Readable(GetType());

    /// <summary>Runs on from where it is, until it is suspended or finished.</summary>
    internal abstract void Resume();

    /// <summary>Whether anything in it could notice an exception that comes out of the await it is suspended at.</summary>
    internal virtual bool CanObserve => TakesFailures;

    /// <summary>What it has failed with.</summary>
    internal Exception? Failure
    {
        get
        {
            if (_failure is UnseenCancellation unseen) _failure = unseen.ToException();
            return Unsafe.As<Exception?>(_failure);     // sound: there is nothing else
        }
    }

    /// <summary>The same, without making an exception of an <see cref="UnseenCancellation"/>.</summary>
    internal object? FailureAsItIs
    {
        get => _failure;
        private protected set => _failure = value;
    }

    /// <summary>Ends it without running it.</summary>
    /// <param name="failure">With what: an exception, or an <see cref="UnseenCancellation"/>.</param>
    internal virtual void Fail(object failure)
    {
        if (failure is UnseenCancellation unseen) unseen.OnPass(this);
        else (failure as CancelledException)?.Trace.OnPass(this);
        _failure = failure;
        State = FrameState.Failed;
    }

    /// <summary>Forgets everything and goes back to the pool; every handle to it is void from now on.</summary>
    internal abstract void Recycle();

    /// <summary>The pool of its type, if its type has one.</summary>
    private protected virtual FramePool PoolIn(Executor executor) => executor.Unpooled;

    /// <summary>The last part of <see cref="Recycle"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected void ReturnToPool()
    {
        Renew();
        _pool.Return(this);
    }

    /// <summary>As if it had never been used, and void for those who have.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected void Renew()
    {
        Version++;
        State = FrameState.Created;
        Parent = null;
        _failure = null;
    }

    /// <summary>Whether it may be used for another coroutine once it is recycled.</summary>
    internal bool IsReusable => _pool.Keeps;

    /// <summary>The strand that runs it. It must have joined an executor, as all do that run.</summary>
    internal Strand Strand
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _pool.Executor!.Strand!;
    }

    /// <summary>It is to be run there: whoever rented it may have done so elsewhere, or where no loop ran.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Join(Executor executor)
    {
        if (_pool.Executor != executor) _pool = PoolIn(executor);
    }

    /// <summary>Joins the executor that runs here. False if that is too deep in the stack to begin one more.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    bool TryJoin()
    {
        var executor = Executor.CurrentOrThrow;
        Join(executor);
        return executor.IsNear;
    }

    /// <summary>Ends it without a result, whatever it would be.</summary>
    internal abstract void TakeVoid();

    /// <summary>As TakeVoid, but its failure is returned.</summary>
    internal abstract Exception? TryTakeVoid(int version);

    /// <summary>The type of the compiler's state machine, and its state; null for frames that are not compiled from an async method.</summary>
    internal virtual (Type Type, int State)? Position => null;

    /// <summary>Begins it inside the coroutine that awaits it. True if it has finished.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Begin(int version)
    {
        if (version != Version || State != FrameState.Created) return CheckFinished(version);
        if (_pool.Executor is not { IsNear: true } && !TryJoin()) return false;
        Resume();       // never throws
        return State >= FrameState.Succeeded;
    }

    /// <summary>Takes it for a task: from now on nobody else can use the coroutine.</summary>
    internal void Own(int version)
    {
        if (version != Version || State != FrameState.Created) throw Misuse.UsedTwice();
        State = FrameState.Owned;
    }

    /// <summary>A coroutine that will never run.</summary>
    internal void Close(int version)
    {
        if (version != Version || State != FrameState.Created) return;
        _pool = FramePool.None;     // this may be another thread than the pool's
        Recycle();
    }

    /// <summary>Suspends the parent until this has finished.</summary>
    internal void SuspendParent(Frame parent)
    {
        Parent = parent;
        parent.State = FrameState.Suspended;
        parent.TakesFailures = false;
        if (State == FrameState.Created) parent.Strand.Postpone(this);
    }

    bool CheckFinished(int version) =>
        version == Version && State >= FrameState.Succeeded ? true : throw Misuse.UsedTwice();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void CheckVersion(int version)
    {
        if (version != Version) throw Misuse.UsedTwice();
    }
}
