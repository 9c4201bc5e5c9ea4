using System.Net.Sockets;

namespace Belay;

/// <summary>A socket that is waited for on the loop's own thread: no other takes part, and nothing of it is in an operation of the system's.</summary>
internal sealed class PolledSocket(EventLoop loop, Socket socket, Poller poller) : SocketTransport(loop, socket), IPolled
{
    /// <summary>Where the poller has it; watched for good from when it first has to be waited for.</summary>
    int _watch = -1;

    /// <summary>What is being sent, and how much it was in all.</summary>
    ReadOnlyMemory<byte> _sending;
    int _total;

    /// <summary>There may be something to receive. What comes after this was set to false is told.</summary>
    bool _mayHaveInput = true;

    /// <summary>The other side has ended its output, or all. It is told only once, perhaps before what came first was received.</summary>
    bool _isOver;

    internal override int TryReceive(Span<byte> buffer)
    {
        if (!_mayHaveInput) return -1;
        var count = base.TryReceive(buffer);
        if (count < 0) _mayHaveInput = _isOver = false;
        // Less than there was room for: that was all, and to ask again would be for nothing.
        else if (count < buffer.Length && !_isOver) _mayHaveInput = count == 0;
        return count;
    }

    internal override bool RequestInput()
    {
        if (_mayHaveInput) return true;
        Watch();
        return false;
    }

    internal override bool BeginSend(ReadOnlyMemory<byte> data)
    {
        (_sending, _total) = (data, data.Length);
        try
        {
            if (SendOn()) return true;
            Watch();
            return false;
        }
        catch
        {
            _sending = default;
            throw;
        }
    }

    public void OnReady(bool isReadable, bool isWritable, bool isOver)
    {
        _isOver |= isOver;
        if (isReadable)
        {
            _mayHaveInput = true;
            Reader!.OnInput();
        }
        if (isWritable && !_sending.IsEmpty) SendMore();
    }

    internal override NetworkStream Release()
    {
        StopWatching((int)Socket.Handle);
        return base.Release();
    }

    internal override void Close(bool abort)
    {
        if (IsClosed) return;
        StopWatching(null);
        base.Close(abort);
        if (_sending.IsEmpty) return;
        _sending = default;
        Writer!.OnSent(0, SocketErrors.Closed());
    }

    void Watch()
    {
        if (_watch < 0) _watch = poller.Add((int)Socket.Handle, this);
    }

    void StopWatching(int? descriptor)
    {
        if (_watch >= 0) poller.Remove(_watch, descriptor);
        _watch = -1;
    }

    void SendMore()
    {
        IOException? failure = null;
        try
        {
            if (!SendOn()) return;
        }
        catch (IOException caught)
        {
            failure = caught;
        }
        _sending = default;
        Writer!.OnSent(_total, failure);
    }

    /// <summary>Sends until there is no more room, for only then it is told when there is. True if all has been sent.</summary>
    bool SendOn()
    {
        while (!_sending.IsEmpty)
        {
            var count = TrySend(_sending.Span);
            if (count == 0) return false;
            _sending = _sending[count..];
        }
        return true;
    }
}
