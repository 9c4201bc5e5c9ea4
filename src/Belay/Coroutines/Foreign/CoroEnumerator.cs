using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace Belay;

/// <summary>
/// An async enumerator whose MoveNext is a coroutine. <c>await foreach</c> awaits a ValueTask, which is not Belay's and would cost a turn;
/// this one, awaited in a coroutine, makes its own coroutine that one's child, like any other that is awaited: no turn, and a cancellation
/// gets in where it always does.
/// </summary>
internal abstract class CoroEnumerator<T> : IAsyncEnumerator<T>, IValueTaskSource<bool>
{
    Coro<bool> _next;
    bool _isGiven;
    short _version;

    /// <summary>What the coroutine has left its strand waiting at; whoever awaits the ValueTask has it wait for that again.</summary>
    Frame? _innermost;
    IWait? _wait;

    public abstract T Current { get; }

    /// <summary>Whether there is a next item, which then is <see cref="Current"/>. One that is there already takes no frame.</summary>
    protected abstract Coro<bool> MoveNext();

    public ValueTask<bool> MoveNextAsync()
    {
        if (_isGiven) throw Misuse.NotNext();
        var next = MoveNext();
        if (next.Source is null) return new ValueTask<bool>(next.GetAwaiter().GetResult());
        if (!next.GetAwaiter().IsCompleted)
        {
            var strand = Strand.CurrentOrThrow;
            (_innermost, _wait) = (strand.Innermost, strand.Wait);
        }
#pragma warning disable BELAY009 // Used once, by GetResult: the version sees to that.
        _next = next;
#pragma warning restore BELAY009
        _isGiven = true;
        return new ValueTask<bool>(this, _version);
    }

    public virtual ValueTask DisposeAsync() => default;

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token)
    {
        Check(token);
        if (_next.Version == 0)
        {
            var wait = (IWait)_next.Source!;
            return !wait.IsDone ? ValueTaskSourceStatus.Pending : wait.IsCancelled ? ValueTaskSourceStatus.Canceled : ValueTaskSourceStatus.Succeeded;
        }
        var frame = Unsafe.As<Frame>(_next.Source)!;
        return frame.State switch
        {
            FrameState.Succeeded => ValueTaskSourceStatus.Succeeded,
            FrameState.Failed => frame.Failure is CancelledException ? ValueTaskSourceStatus.Canceled : ValueTaskSourceStatus.Faulted,
            _ => ValueTaskSourceStatus.Pending,
        };
    }

    bool IValueTaskSource<bool>.GetResult(short token)
    {
        Check(token);
        var next = _next;
        _isGiven = false;
        _version++;
        _next = default;
        return next.GetAwaiter().GetResult();
    }

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        Check(token);
        var strand = Strand.CurrentOrThrow;
        (strand.Innermost, strand.Wait) = (_innermost, _wait);
        (_innermost, _wait) = (null, null);
        if (ForeignWait.Of(state) is { } wait)
        {
            Awaiting.Suspend(_next.Source, _next.Version, wait.Frame);
            wait.GiveBack();
        }
        else ContinueForeign(continuation, state, flags.HasFlag(ValueTaskSourceOnCompletedFlags.FlowExecutionContext) ? ExecutionContext.Capture() : null);
    }

    /// <summary>Code that is not Belay's awaits it. A method of its own, because of the closure.</summary>
    void ContinueForeign(Action<object?> continuation, object? state, ExecutionContext? context) =>
        Awaiting.OnCompleted(_next.Source, _next.Version, () =>
        {
            if (context is null) continuation(state);
            else ExecutionContext.Run(context, state => continuation(state), state);
        });

    void Check(short token)
    {
        if (!_isGiven || token != _version) throw Misuse.NotNext();
    }
}
