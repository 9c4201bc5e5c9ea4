using System.Buffers;

namespace Belay;

/// <summary>What has been written and not yet sent, in pieces of memory that are borrowed while there is any. Sent from the front while more is added.</summary>
internal struct OutputBuffer()
{
    /// <summary>Sent in one operation at the most: after each it is seen whether those who wait can go on.</summary>
    const int MaxPiece = 64 * 1024;

    const int FirstSize = 4 * 1024;

    /// <summary>What is being sent is not touched, so what is added goes elsewhere.</summary>
    byte[] _sending = [];
    int _sent, _sendingEnd;

    byte[] _added = [];
    int _addedEnd;

    internal readonly int Count => _sendingEnd - _sent + _addedEnd;

    internal void Add(ReadOnlySpan<byte> data)
    {
        if (_added.Length - _addedEnd < data.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(FirstSize, checked(_addedEnd * 2 + data.Length)));
            _added.AsSpan(0, _addedEnd).CopyTo(larger);
            GiveBack(ref _added);
            _added = larger;
        }
        data.CopyTo(_added.AsSpan(_addedEnd));
        _addedEnd += data.Length;
    }

    /// <summary>The next piece to be sent. There is one.</summary>
    internal ReadOnlyMemory<byte> Next()
    {
        if (_sent == _sendingEnd)
        {
            GiveBack(ref _sending);
            (_sending, _sent, _sendingEnd) = (_added, 0, _addedEnd);
            (_added, _addedEnd) = ([], 0);
        }
        return _sending.AsMemory(_sent, Math.Min(_sendingEnd - _sent, MaxPiece));
    }

    /// <summary>So much of it has been sent.</summary>
    internal void Remove(int count)
    {
        _sent += count;
        if (Count == 0) Drop();
    }

    /// <summary>Drops it all. Nothing is being sent.</summary>
    internal void Drop()
    {
        GiveBack(ref _sending);
        GiveBack(ref _added);
        _sent = _sendingEnd = _addedEnd = 0;
    }

    static void GiveBack(ref byte[] bytes)
    {
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }
}
