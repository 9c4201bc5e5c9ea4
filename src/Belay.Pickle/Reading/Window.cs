namespace Belay.Pickling;

/// <summary>
/// The bytes of a stream that are there and not followed yet. From a stream that cannot go back nothing is taken that may be after the
/// pickle; from others more is, and given back.
/// </summary>
sealed class Window(Stream stream)
{
    const int BlockSize = 64 << 10;

    byte[] _bytes = new byte[1024];
    int _start;
    int _end;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(_start.._end);

    public void Drop(int count) => _start += count;

    /// <summary>Where the next bytes go, so that in the end there are so many. Empty if there are.</summary>
    /// <param name="needed">How many there have to be.</param>
    /// <param name="announced">How many there are going to be, it is said.</param>
    public Memory<byte> Room(long needed, long announced)
    {
        var missing = needed - (_end - _start);
        if (missing <= 0) return default;
        var wanted = stream.CanSeek ? Math.Max(missing, BlockSize) : Math.Max(missing, announced - (_end - _start));
        // What is said may be a lie: places are made for what has come, and as much again.
        var count = (int)Math.Min(wanted, Math.Max(BlockSize, _end - _start));
        if (_start > 0)
        {
            _bytes.AsSpan(_start.._end).CopyTo(_bytes);
            (_start, _end) = (0, _end - _start);
        }
        if (_bytes.Length - _end < count) Array.Resize(ref _bytes, Math.Max(_end + count, (int)Math.Min(2L * _bytes.Length, Array.MaxLength)));
        return _bytes.AsMemory(_end, count);
    }

    public void Came(int count) => _end += count;

    /// <summary>What comes after the pickle is the next reader's.</summary>
    public void GiveBack()
    {
        if (_end > _start) stream.Seek(_start - _end, SeekOrigin.Current);
    }
}
