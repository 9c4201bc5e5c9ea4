using System.Text;

namespace Belay.Tests.IO;

/// <summary>A transport without a system under it: what comes in is fed to it, what goes out is kept, and it takes only as much as it is told to.</summary>
sealed class FakeTransport() : Transport(EventLoop.Running)
{
    readonly Queue<byte[]> _input = [];
    readonly List<byte> _sent = [];
    ReadOnlyMemory<byte> _sending;
    IOException? _failure;
    bool _isEnded;
    int _taken;

    /// <summary>How many bytes it still takes at once.</summary>
    public int Room { get; set; } = int.MaxValue;

    public string Sent => Encoding.UTF8.GetString([.. _sent]);

    /// <summary>How much of what is being sent it has not taken.</summary>
    public int Pending => _sending.Length;

    public int Sends { get; private set; }

    public bool HasEndedOutput { get; private set; }

    public bool? WasAborted { get; private set; }

    /// <summary>Each piece comes in one receive.</summary>
    public void Feed(params string[] pieces)
    {
        foreach (var piece in pieces) _input.Enqueue(Encoding.UTF8.GetBytes(piece));
        Reader?.OnInput();
    }

    public void FeedBytes(byte[] piece) => _input.Enqueue(piece);

    public void FeedEnd()
    {
        _isEnded = true;
        Reader?.OnInput();
    }

    public void Fail(string message)
    {
        _failure = new IOException(message);
        Reader?.OnInput();
    }

    /// <summary>Takes so much more of what is being sent; at the end of it the writer is told.</summary>
    public void Accept(int count)
    {
        _sent.AddRange(_sending.Span[..count]);
        _sending = _sending[count..];
        if (_sending.Length == 0) Writer!.OnSent(_taken, null);
    }

    public void FailSending(string message) => Writer!.OnSent(0, new IOException(message));

    internal override int TryReceive(Span<byte> buffer)
    {
        if (!_input.TryPeek(out var piece))
        {
            if (_failure is not null) throw _failure;
            return _isEnded ? 0 : -1;
        }
        var count = Math.Min(piece.Length, buffer.Length);
        piece.AsSpan(0, count).CopyTo(buffer);
        _input.Dequeue();
        if (count < piece.Length)
        {
            var rest = _input.ToArray();
            _input.Clear();
            _input.Enqueue(piece[count..]);
            foreach (var later in rest) _input.Enqueue(later);
        }
        return count;
    }

    internal override bool RequestInput() => _input.Count > 0 || _failure is not null || _isEnded;

    internal override int TrySend(ReadOnlySpan<byte> data)
    {
        Sends++;
        var count = Math.Min(Room, data.Length);
        Room -= count;
        _sent.AddRange(data[..count]);
        return count;
    }

    internal override bool BeginSend(ReadOnlyMemory<byte> data)
    {
        var count = TrySend(data.Span);
        _sending = data[count..];
        _taken = data.Length;
        return _sending.Length == 0;
    }

    internal override void EndOutput() => HasEndedOutput = true;

    internal override void Close(bool abort) => WasAborted ??= abort;
}
