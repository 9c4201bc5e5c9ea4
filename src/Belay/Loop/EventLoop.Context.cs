namespace Belay;

public sealed partial class EventLoop
{
    ThreadContext _context;

    /// <summary>What this thread's synchronization context is now.</summary>
    LoopSynchronizationContext? _currentContext;

    /// <summary>The one that tasks have as long as they await nothing but Belay's.</summary>
    LoopSynchronizationContext _sharedContext;

    /// <summary>Whatever runs when no task does; see <see cref="Strand.Current"/>.</summary>
    internal TaskStrand Idle { get; }

    /// <summary>How many callbacks have run.</summary>
    internal long CallbackCount { get; private set; }

    /// <summary>Makes the thread that of an item: its context, and the strand that runs.</summary>
    internal void Enter(TaskStrand strand, ExecutionContext? context) => Enter(strand, context, strand.SynchronizationContext);

    void Enter(TaskStrand strand, ExecutionContext? context, LoopSynchronizationContext? own)
    {
        Executor.Strand = strand;
        if (context is not null) _context.Set(context);
        own ??= _sharedContext;
        if (!ReferenceEquals(own, _currentContext)) SetSynchronizationContext(own);
    }

    void SetSynchronizationContext(LoopSynchronizationContext context)
    {
        SynchronizationContext.SetSynchronizationContext(context);
        _currentContext = context;
    }

    /// <summary>The item has run: its context as it is now, for the next time; null if it keeps the one it has.</summary>
    internal ExecutionContext? Leave() => _context.Current;

    /// <summary>Runs someone else's code as a callback: in no task, unless that code belongs to one.</summary>
    /// <param name="context">The context it runs in; null: as it is.</param>
    /// <param name="callback">The code.</param>
    /// <param name="owner">What it belongs to.</param>
    /// <param name="injected">What the await that it goes on from throws, if not its own outcome.</param>
    internal void RunCallback(ExecutionContext? context, Action callback, IStrandOwner? owner = null, Exception? injected = null)
    {
        // What that code awaits next comes back as its owner's too.
        Enter(Idle, context, owner?.Strand?.SynchronizationContext);
        var outer = Idle.Owner;
        Idle.Owner = owner;
        Idle.Injected = injected;
        CallbackCount++;
        try
        {
            callback();
        }
        catch (Exception error) when (error is not KeyboardInterruptException)
        {
            Report("Exception in a callback", error, null);
        }
        finally
        {
            Idle.Owner = outer;
            Idle.Injected = null;
            Leave();
        }
    }

    /// <summary>
    /// Code that is not Belay's may have captured the shared context in this step of the strand: from now on that is the strand's own, so that
    /// what comes back through it belongs there.
    /// </summary>
    internal LoopSynchronizationContext GiveSharedContextTo(IStrandOwner? owner)
    {
        var context = _sharedContext;
        context.Owner = owner;
        _sharedContext = new LoopSynchronizationContext(this);
        return context;
    }
}
