using System.Buffers;
using System.Text;

namespace Belay;

public sealed partial class ByteWriter
{
    const int MaxOnStack = 512;

    /// <summary>So often a wait has nothing to wait for; then others have their turn, or a receiver that keeps up would leave none for them.</summary>
    const int MaxInOneGo = 8;

    int _inOneGo;
    NextTurn? _flush, _wakeUp;

    bool _hasEnded;

    internal WaitQueue WaitersFor(WriteUntil until) => until == WriteUntil.Drained ? _drainers : _flushers ??= new WaitQueue();

    /// <summary>Sends what it can at once, and buffers the rest.</summary>
    internal void WriteNow(ReadOnlySpan<byte> data)
    {
        if (!CanWrite()) return;
        if (_buffer.Count == 0)
        {
            try
            {
                data = data[_transport.TrySend(data)..];
            }
            catch (IOException failure)
            {
                Fail(failure);
                return;
            }
        }
        if (data.Length == 0) return;
        _buffer.Add(data);
        if (_buffer.Count > _highWater) IsPaused = true;
    }

    /// <inheritdoc cref="WriteNow(ReadOnlySpan{byte})"/>
    internal void WriteNow(string text) => Encode(text, now: true);

    /// <summary>Whether others are to have their turn first. Then those that wait for too much to be sent are woken in the next.</summary>
    internal bool TryGiveUpTurn()
    {
        if (++_inOneGo < MaxInOneGo) return false;
        _inOneGo = 0;
        (_wakeUp ??= new NextTurn(_drainers.WakeAll)).Request(_transport.Loop);
        return true;
    }

    /// <summary>Sends what is buffered, unless that goes on already.</summary>
    internal void Flush()
    {
        try
        {
            while (!_isSending && _buffer.Count > 0)
            {
                var next = _buffer.Next();
                _isSending = true;
                if (!_transport.BeginSend(next)) return;
                _isSending = false;
                OnProgress(next.Length);
            }
            if (_isCompleted && !_isSending && Failure is null) EndOutput();
        }
        catch (IOException failure)
        {
            _isSending = false;
            Fail(failure);
        }
    }

    /// <summary>What the transport was given has been sent, or cannot be.</summary>
    internal void OnSent(int count, IOException? failure)
    {
        _isSending = false;
        if (Failure is not null) _buffer.Drop();    // it has been the transport's until now
        else if (failure is not null) Fail(failure);
        else
        {
            OnProgress(count);
            Flush();
        }
    }

    /// <summary>Nothing more can be sent: what is left is dropped.</summary>
    internal void Fail(IOException failure)
    {
        if (Failure is not null) return;
        Failure = failure;
        if (!_isSending) _buffer.Drop();
        IsPaused = false;
        _drainers.WakeAll();
        _flushers?.WakeAll();
    }

    /// <inheritdoc cref="ByteReader.MoveTo"/>
    internal void MoveTo(Transport transport)
    {
        _transport = transport;
        transport.Writer = this;
    }

    void Encode(string text, bool now)
    {
        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = size > MaxOnStack ? ArrayPool<byte>.Shared.Rent(size) : null;
        var bytes = rented ?? stackalloc byte[MaxOnStack];
        bytes = bytes[..Encoding.UTF8.GetBytes(text, bytes)];
        if (now) WriteNow(bytes);
        else Write(bytes);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
    }

    void OnAdded()
    {
        if (_buffer.Count > _highWater) IsPaused = true;
        if (_isSending) return;
        (_flush ??= new NextTurn(Flush)).Request(_transport.Loop);
    }

    void OnProgress(int count)
    {
        _buffer.Remove(count);
        if (IsPaused && _buffer.Count <= _lowWater)
        {
            IsPaused = false;
            _drainers.WakeAll();
        }
        if (_buffer.Count == 0) _flushers?.WakeAll();
    }

    void EndOutput()
    {
        if (_hasEnded) return;
        _hasEnded = true;
        _transport.EndOutput();
    }
}
