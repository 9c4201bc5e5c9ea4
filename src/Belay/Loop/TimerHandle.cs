namespace Belay;

/// <summary>A callback that the loop will run at a time. asyncio.TimerHandle.</summary>
public sealed class TimerHandle : Handle, ITimed
{
    internal TimerHandle(EventLoop loop, TimeSpan when, Action callback) : base(loop, callback) => When = when;

    /// <summary>The <see cref="EventLoop.Time"/> at which it is due.</summary>
    public TimeSpan When { get; }

    int ITimed.HeapIndex { get; set; } = -1;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">This is another thread than the loop's.</exception>
    public override void Cancel()
    {
        if (!Loop.IsClosed) Loop.CheckThread();
        Loop.RemoveTimer(this);
        base.Cancel();
    }
}
