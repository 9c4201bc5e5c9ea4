namespace Belay;

/// <summary>What few strands need: all they have to do with .NET's own tasks and tokens, and the hold on their cancellation.</summary>
internal sealed class Interop(EventLoop loop)
{
    OperationWait? _spare;
    CancellationTokenSource? _tokenSource;
    CancellationToken _lastToken;
    List<TaskStrand>? _bridges;
    bool _passingOn;

    /// <summary>The context that code it has called may have captured.</summary>
    internal LoopSynchronizationContext? SynchronizationContext { get; set; }

    /// <inheritdoc cref="TaskStrand.Hold"/>
    internal CancellationHold? Hold { get; set; }

    /// <summary>The exception with which an operation ended because the task's cancellation was asked for.</summary>
    internal Exception? Delivered { get; set; }

    /// <summary>An operation that it awaits may use the token, and so hold buffers until it has ended.</summary>
    internal bool HasToken => _tokenSource is not null;

    internal bool HasBridges => _bridges is { Count: > 0 };

    internal CancellationToken GetToken(bool isRequested)
    {
        // A request that has been delivered is over: what is awaited from then on, for cleaning up say, is not cancelled by it.
        if (_tokenSource is { IsCancellationRequested: true } && !isRequested)
        {
            _lastToken = _tokenSource.Token;
            _tokenSource = null;
        }
        if (_tokenSource is null)
        {
            _tokenSource = new CancellationTokenSource();
            if (isRequested) _tokenSource.Cancel();
        }
        return _tokenSource.Token;
    }

    /// <summary>Runs what is registered with the token. What that throws is nobody's who cancels.</summary>
    internal void CancelToken()
    {
        try
        {
            _tokenSource?.Cancel();
        }
        catch (AggregateException failure)
        {
            loop.Report("A callback of a cancellation token failed", failure, null);
        }
    }

    /// <summary>Whether it means the cancellation of the task, as opposed to a time-out of somebody else's.</summary>
    internal bool IsOwn(OperationCanceledException failure) =>
        ReferenceEquals(failure, Delivered) ||
        failure.CancellationToken.CanBeCanceled && (failure.CancellationToken == _tokenSource?.Token || failure.CancellationToken == _lastToken);

    internal void Add(TaskStrand bridge) => (_bridges ??= []).Add(bridge);

    internal void Remove(TaskStrand bridge) => _bridges?.Remove(bridge);

    internal void CancelBridges(string? message)
    {
        if (_passingOn) return;     // one of them waits for this very task
        _passingOn = true;
        foreach (var bridge in _bridges!.ToArray()) bridge.RequestCancelUnlessHeld(message);
        _passingOn = false;
    }

    internal OperationWait RentWait(TaskStrand strand)
    {
        var wait = _spare ?? new OperationWait(strand);
        _spare = null;
        wait.Reset();
        return wait;
    }

    /// <summary>Takes it for the next await. Not one that its operation may call yet.</summary>
    internal void ReturnWait(OperationWait wait) => _spare = wait;
}
