using System.Buffers;

namespace Belay;

/// <summary>What has been received and not yet read, in one piece of memory that is borrowed while there is any.</summary>
internal struct InputBuffer()
{
    /// <summary>Where nothing is known of what will come. A page more or less costs little; each receive less is a system call less.</summary>
    const int FirstSize = 16 * 1024;

    byte[] _bytes = [];
    int _start, _end;

    internal readonly int Count => _end - _start;

    internal readonly ReadOnlySpan<byte> Bytes => _bytes.AsSpan(_start, Count);

    /// <summary>The next bytes, taken out. They stay as they are until something is received.</summary>
    internal ReadOnlyMemory<byte> Take(int count)
    {
        var taken = _bytes.AsMemory(_start, count);
        _start += count;
        return taken;
    }

    internal int TakeInto(Span<byte> destination)
    {
        var count = Math.Min(Count, destination.Length);
        Take(count).Span.CopyTo(destination);
        return count;
    }

    /// <summary>Receives more.</summary>
    /// <inheritdoc cref="Transport.TryReceive"/>
    internal int Receive(Transport transport)
    {
        MakeRoom(1);
        var count = transport.TryReceive(_bytes.AsSpan(_end));
        if (count > 0) _end += count;
        return count;
    }

    /// <summary>They come first again.</summary>
    internal void PutBack(ReadOnlySpan<byte> bytes)
    {
        // Only what was received past the buffer, so that nothing is in it, or next to nothing.
        var rest = Bytes.ToArray();
        _start = _end = 0;
        Append(bytes);
        Append(rest);
    }

    /// <summary>Nobody looks at what was taken any more: an empty buffer goes back.</summary>
    internal void Release()
    {
        if (Count > 0 || _bytes.Length == 0) return;
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _start = _end = 0;
    }

    /// <summary>Drops it. Somebody may still look at it, so it does not go back to the pool.</summary>
    internal void Drop()
    {
        _bytes = [];
        _start = _end = 0;
    }

    void Append(ReadOnlySpan<byte> bytes)
    {
        MakeRoom(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_end));
        _end += bytes.Length;
    }

    void MakeRoom(int room)
    {
        if (_start == _end) _start = _end = 0;
        if (_bytes.Length - _end >= room) return;
        var count = Count;
        // Moved to the front only if that gives room for long: bytes that trickle in behind a long line would be moved again and again.
        if (count + room <= _bytes.Length / 2) Bytes.CopyTo(_bytes);
        else
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(FirstSize, checked(count * 2 + room)));
            Bytes.CopyTo(larger);
            // An array that was taken from may be looked at until the next read, which this is.
            if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
        (_start, _end) = (0, count);
    }
}
