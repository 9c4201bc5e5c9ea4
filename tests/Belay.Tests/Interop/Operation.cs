using System.Threading.Tasks.Sources;

namespace Belay.Tests.Interop;

/// <summary>One piece of foreign work, in every shape that it can be awaited in; it ends when the test says so.</summary>
public sealed class Operation : IValueTaskSource<int>, IValueTaskSource
{
    readonly TaskCompletionSource<int> _task = new();
    ManualResetValueTaskSourceCore<int> _source;

    public Task<int> Task => _task.Task;

    /// <summary>For awaits that give no value: what it ended with, 0 if it failed.</summary>
    public int Value => _task.Task.IsCompletedSuccessfully ? _task.Task.Result : 0;

    /// <summary>How often a result was taken from this as a source of value tasks.</summary>
    public int Consumed { get; private set; }

    public ValueTask<int> FromSource() => new(this, _source.Version);

    public ValueTask FromSourceWithoutResult() => new(this, _source.Version);

    public void Finish(int value)
    {
        _task.SetResult(value);
        _source.SetResult(value);
    }

    public void Fail(Exception exception)
    {
        _task.SetException(exception);
        _source.SetException(exception);
        // The other shape's failure is nobody's business.
        _ = _task.Task.Exception;
    }

    /// <summary>It ends in a later turn of the loop.</summary>
    public Task<int> EndSoon()
    {
        EventLoop.Running.CallSoon(() => Finish(7));
        return Task;
    }

    public int GetResult(short token)
    {
        Consumed++;
        return _source.GetResult(token);
    }

    void IValueTaskSource.GetResult(short token) => GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _source.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
