namespace Belay;

/// <summary>A sleep: frame, timer and wait in one object, so that a sleeping task needs little memory.</summary>
internal sealed class SleepFrame : Frame<VoidResult>, IWait, ITimed
{
    static readonly FrameType<SleepFrame> s_type = new();

    TimeSpan _delay;
    TaskStrand? _strand;

    bool _isOver;

    int ITimed.HeapIndex { get; set; } = -1;

    public bool IsDone => false;

    internal override string Name => "Coro.Sleep";

    public bool IsCancelled => FailureAsItIs is not null;

    private protected override FramePool PoolIn(Executor executor) => s_type.PoolIn(executor);

    internal static SleepFrame Rent(TimeSpan delay)
    {
        var frame = s_type.TryRent() ?? new SleepFrame();
        frame._delay = delay;
        return frame;
    }

    /// <summary>First it sets the timer, then it is over.</summary>
    internal override void Resume()
    {
        if (State == FrameState.Suspended)
        {
            SetResult(default);
            return;
        }
        var strand = (TaskStrand)Strand;
        if (_delay != System.Threading.Timeout.InfiniteTimeSpan) strand.Loop.AddTimer(this, _delay);
        strand.Suspend(this, this);
    }

    public void Begin(Strand strand) => _strand = (TaskStrand)strand;

    /// <summary>The timer is due.</summary>
    void IReady.Run() => End();

    public bool Cancel(string? message)
    {
        if (_isOver) return false;
        FailureAsItIs = new UnseenCancellation(message);
        _strand!.Loop.RemoveTimer(this);
        End();
        return true;
    }

    void End()
    {
        if (_isOver) return;
        _isOver = true;
        _strand!.Wake();
    }

    public object TakeCancellation() => FailureAsItIs!;

    public void Take() => throw Misuse.NotFinished();
    public Exception? TryTake() => throw Misuse.NotFinished();

    internal override void Recycle()
    {
        _strand = null;
        _isOver = false;
        ReturnToPool();
    }
}
