using System.Buffers;
using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>The reading half of a <see cref="StreamTransport"/>: one read at a time, and what it has brought.</summary>
internal sealed class StreamInput : IReady
{
    const int BufferSize = 16 * 1024;

    readonly Transport _transport;
    readonly Stream _stream;
    readonly bool _waitsOnEmptyRead;
    readonly Action _onCompleted;
    ConfiguredValueTaskAwaitable<int>.ConfiguredValueTaskAwaiter _read;
    byte[] _buffer = [];
    int _start, _end;
    bool _isPending, _isDropped, _isEnded;
    IOException? _failure;

    internal StreamInput(Transport transport, Stream stream, bool waitsOnEmptyRead)
    {
        (_transport, _stream, _waitsOnEmptyRead) = (transport, stream, waitsOnEmptyRead);
        _onCompleted = () => transport.Loop.PostCompletionFromAnyThread(this);
    }

    bool HasInput => _start < _end || _isEnded || _failure is not null;

    /// <inheritdoc cref="Transport.TryReceive"/>
    internal int TryTake(Span<byte> destination)
    {
        if (_start == _end)
        {
            if (_failure is not null) throw _failure;
            return _isEnded ? 0 : -1;
        }
        var count = Math.Min(_end - _start, destination.Length);
        _buffer.AsSpan(_start, count).CopyTo(destination);
        _start += count;
        if (_start == _end) GiveBack();
        return count;
    }

    /// <inheritdoc cref="Transport.RequestInput"/>
    internal bool Request()
    {
        if (HasInput) return true;
        if (_isPending) return false;
        if (_waitsOnEmptyRead && !TryRead(isEmpty: true)) return false;
        return TryRead(isEmpty: false);
    }

    /// <summary>The transport is closed: what is left here goes, at the latest when the read that goes on has ended.</summary>
    internal void Drop()
    {
        _isDropped = true;
        if (!_isPending) GiveBack();
    }

    /// <summary>The read has ended.</summary>
    void IReady.Run()
    {
        _isPending = false;
        var wasEmpty = _buffer.Length == 0;
        End();
        if (_isDropped) GiveBack();
        else if (!wasEmpty || _failure is not null || TryRead(isEmpty: false)) _transport.Reader!.OnInput();
    }

    /// <summary>Begins a read. True if it has ended already.</summary>
    bool TryRead(bool isEmpty)
    {
        if (HasInput) return true;
        if (!isEmpty) _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            _read = _stream.ReadAsync(_buffer).ConfigureAwait(false).GetAwaiter();
        }
        catch (Exception failure)
        {
            Fail(failure);
            return true;
        }
        if (_read.IsCompleted)
        {
            End();
            return true;
        }
        _isPending = true;
        _read.UnsafeOnCompleted(_onCompleted);
        return false;
    }

    void End()
    {
        try
        {
            var count = _read.GetResult();
            if (_buffer.Length == 0) return;
            _end = count;
            if (count > 0) return;
            _isEnded = true;
            GiveBack();
        }
        catch (Exception failure)
        {
            Fail(failure);
        }
        finally
        {
            _read = default;
        }
    }

    void Fail(Exception failure)
    {
        _failure = StreamTransport.ToIOException(failure);
        GiveBack();
    }

    void GiveBack()
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = _end = 0;
    }
}
