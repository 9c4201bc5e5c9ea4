using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>The writing half of a <see cref="StreamTransport"/>: one operation at a time.</summary>
internal sealed class StreamOutput : IReady
{
    readonly Transport _transport;
    readonly Action _onCompleted;
    ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter _operation;
    int _count;

    internal StreamOutput(Transport transport)
    {
        _transport = transport;
        _onCompleted = () => transport.Loop.PostCompletionFromAnyThread(this);
    }

    /// <summary>Takes over an operation that sends so many bytes. True if it has ended already.</summary>
    /// <exception cref="IOException">It has failed already.</exception>
    internal bool Begin(ValueTask operation, int count)
    {
        _operation = operation.ConfigureAwait(false).GetAwaiter();
        _count = count;
        if (_operation.IsCompleted) return End() is { } failure ? throw failure : true;
        _operation.UnsafeOnCompleted(_onCompleted);
        return false;
    }

    void IReady.Run() => _transport.Writer!.OnSent(_count, End());

    IOException? End()
    {
        try
        {
            _operation.GetResult();
            return null;
        }
        catch (Exception failure)
        {
            return StreamTransport.ToIOException(failure);
        }
        finally
        {
            _operation = default;
        }
    }
}
