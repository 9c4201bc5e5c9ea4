using System.Diagnostics;

namespace Belay;

/// <summary>
/// Runs callbacks and the steps of tasks, one at a time. It belongs to a <see cref="Coro.Run(Coro, RunOptions?)"/>, a
/// <see cref="Coro.RunAsync(Coro, RunOptions?, CancellationToken)"/> or a <see cref="Runner"/>, and ends with it. asyncio: the event loop.
/// </summary>
/// <remarks>
/// For the loop's own thread, unless said otherwise; elsewhere: <see cref="InvalidOperationException"/>. While the loop is not running
/// (before a Runner's first run, say) any one thread may prepare it.
/// A turn of the loop: take what has arrived from other threads, append the timers that are due, then run what is ready at that moment;
/// what is added meanwhile runs in the next turn.
/// </remarks>
public sealed partial class EventLoop
{
    readonly ReadyQueue _ready = new();
    readonly TimerHeap _timers = new();
    readonly Inbox _inbox = new();
    readonly LoopClock _clock;
    /// <summary>A task that yields alone comes back to its driver after so many turns it did not need, for the driver's own sake.</summary>
    const int MaxSkippedTurns = 100;

    int _skippedTurns;
    volatile bool _isRunning;
    volatile bool _isClosed;

    internal EventLoop(RunOptions options)
    {
        Options = options;
        TimeProvider = options.TimeProvider;
        if (options.Debug ?? Environment.GetEnvironmentVariable("BELAY_DEBUG") == "1") Checks = new DebugChecks(this);
        Executor = Executor.Rent(Checks);
        _clock = new LoopClock(TimeProvider);
        _strands = new StrandRegistry(this);
        Idle = new TaskStrand(this);
        _sharedContext = new LoopSynchronizationContext(this);
    }

    internal RunOptions Options { get; }

    /// <summary>A thread that runs this loop has it as its own.</summary>
    internal Executor Executor { get; }

    internal TimeProvider TimeProvider { get; }

    /// <summary>Whether it looks for mistakes, whatever that costs.</summary>
    internal bool IsDebug => Checks is not null;

    /// <summary>How it looks for them; null if it does not.</summary>
    internal DebugChecks? Checks { get; }

    /// <summary>The loop that runs on this thread.</summary>
    /// <exception cref="InvalidOperationException">None does.</exception>
    public static EventLoop Running => RunningOrNull ?? throw Misuse.NoRunningLoop();

    internal static EventLoop? RunningOrNull => ((TaskStrand?)Strand.Current)?.Loop;

    /// <summary>Whether this thread runs it.</summary>
    internal bool IsRunningHere => Executor.IsHere;

    /// <summary>Monotonic time since the loop was made, by its <see cref="RunOptions.TimeProvider"/>, read when it is asked for. From any thread.</summary>
    public TimeSpan Time => new(_clock.Now);

    /// <summary>Whether it is within a run, be it that it waits for something. From any thread.</summary>
    public bool IsRunning => _isRunning;

    /// <summary>Whether it has ended for good. From any thread.</summary>
    public bool IsClosed => _isClosed;

    /// <summary>Puts it into the ready queue. On the loop's thread.</summary>
    internal void Enqueue(IReady item)
    {
        Debug.Assert(!_isRunning || IsRunningHere);
        _ready.Enqueue(item);
    }

    /// <inheritdoc cref="ReadyQueue.LastAdded"/>
    internal long LastAdded => _ready.LastAdded;

    /// <inheritdoc cref="ReadyQueue.LastTaken"/>
    internal long LastTaken => _ready.LastTaken;

    /// <summary>Puts it into the ready queue, at the next turn if this is another thread.</summary>
    internal void PostFromAnyThread(IReady item)
    {
        if (IsRunningHere) _ready.Enqueue(item);
        else if (_inbox.PostFromAnyThread(item)) _driver?.Wake();
    }

    /// <summary>
    /// As PostFromAnyThread, for a thread that has nothing else to do, such as one that completes an operation of the system's: it may run an idle
    /// loop there and then.
    /// </summary>
    internal void PostCompletionFromAnyThread(IReady item)
    {
        if (IsRunningHere) _ready.Enqueue(item);
        else if (_inbox.PostFromAnyThread(item)) _driver?.WakeHere();
    }

    internal void CheckThread()
    {
        if (!IsRunningHere && _isRunning) throw WrongThread();
    }

    InvalidOperationException WrongThread()
    {
        Checks?.WrongThread.Report();
        return Misuse.WrongThread();
    }

    void CheckOpen()
    {
        if (_isClosed) throw Misuse.Closed("The event loop");
    }

    HashSet<ILoopBound>? _bound;

    /// <summary>It is told when the loop closes.</summary>
    internal void Bind(ILoopBound bound) => (_bound ??= []).Add(bound);

    internal void Unbind(ILoopBound bound) => _bound?.Remove(bound);

    bool HasDueTimer => _timers.Count > 0 && _clock.Has(_timers.NextWhen);

    internal bool HasWork => _ready.Count > 0 || _inbox.IsFilled;

    /// <summary>
    /// Whether the turn that a step would give up now can be done without: it would find nothing to do but this very step.
    /// </summary>
    internal bool TrySkipTurn() =>
        _ready.Count == 0 && !HasDueTimer && !_inbox.IsFilled && _eagerDepth == 0 && ++_skippedTurns < MaxSkippedTurns;

    /// <summary>One turn. An interrupt leaves it with what is ready still in the queue.</summary>
    internal void RunTurn()
    {
        Executor.BeginTurn();
        try { RunReady(); }
        finally { Executor.EndTurn(); }
    }

    void RunReady()
    {
        if (_inbox.IsFilled) _inbox.Drain(_ready);
        if (HasDueTimer)
        {
            var now = _clock.Now;
            while (_timers.TakeDue(now) is { } timer) _ready.Enqueue(timer);
        }
        if (Checks is null)
        {
            _skippedTurns = 0;
            for (var left = _ready.Count; left > 0; left--) _ready.Dequeue().Run();
        }
        else
        {
            _skippedTurns = MaxSkippedTurns;    // a step that held the loop over many turns would seem to be a long one
            Checks.RunTurn(_ready);
        }
    }
}
