using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Belay.Pickling;

/// <summary>The bytes of a pickle that is being written. From protocol 4 on they are in frames: pieces that a reader can fetch as a whole.</summary>
sealed class Output : IDisposable
{
    /// <summary>From this size on a frame ends before the next object, and strings and bytes have none.</summary>
    public const int FrameTarget = 64 << 10;

    const int FirstCapacity = 1024;
    const int LeastFrame = 4;
    const int NoFrame = -1;

    byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstCapacity);
    int _count;
    int _frame = NoFrame;   // where the head of the current one is
    bool _isFraming;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _count);

    public void BeginFraming() => _isFraming = true;

    public void EndFraming()
    {
        CloseFrame();
        _isFraming = false;
    }

    /// <summary>Here a frame may end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Boundary()
    {
        if (_frame != NoFrame && _count - _frame - Opcode.FrameHead >= FrameTarget) CloseFrame();
    }

    /// <summary>So many bytes may be written before a frame may end.</summary>
    public int BeforeBoundary => !_isFraming ? int.MaxValue : _frame == NoFrame ? FrameTarget : FrameTarget - (_count - _frame - Opcode.FrameHead);

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    public void Write(byte opcode)
    {
        Room(1)[0] = opcode;
        _count++;
    }

    public void Write(byte opcode, byte argument)
    {
        var room = Room(2);
        room[0] = opcode;
        room[1] = argument;
        _count += 2;
    }

    public void WriteUInt32(byte opcode, uint argument)
    {
        var room = Room(5);
        room[0] = opcode;
        BinaryPrimitives.WriteUInt32LittleEndian(room[1..], argument);
        _count += 5;
    }

    public void WriteUInt64(byte opcode, ulong argument)
    {
        var room = Room(9);
        room[0] = opcode;
        BinaryPrimitives.WriteUInt64LittleEndian(room[1..], argument);
        _count += 9;
    }

    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _count += bytes.Length;
    }

    /// <summary>Places for at least so many, of which <see cref="Advance"/> says how many were taken.</summary>
    public Span<byte> Room(int count)
    {
        if (_isFraming && _frame == NoFrame)
        {
            _frame = _count;
            Grow(Opcode.FrameHead + count);
            _count += Opcode.FrameHead;
        }
        else if (_bytes.Length - _count < count) Grow(count);
        return _bytes.AsSpan(_count);
    }

    public void Advance(int count) => _count += count;

    void CloseFrame()
    {
        if (_frame == NoFrame) return;
        var length = _count - _frame - Opcode.FrameHead;
        if (length >= LeastFrame)
        {
            _bytes[_frame] = Opcode.Frame;
            BinaryPrimitives.WriteInt64LittleEndian(_bytes.AsSpan(_frame + 1), length);
        }
        else
        {
            _bytes.AsSpan(_frame + Opcode.FrameHead, length).CopyTo(_bytes.AsSpan(_frame));
            _count -= Opcode.FrameHead;
        }
        _frame = NoFrame;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void Grow(int count)
    {
        var needed = (long)_count + count;
        if (needed > Array.MaxLength) throw new PickleException(PickleErrorKind.NotPicklable, "the pickle would be longer than an array can be");
        if (needed <= _bytes.Length) return;
        var bytes = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(needed, 2L * _bytes.Length), Array.MaxLength));
        _bytes.AsSpan(0, _count).CopyTo(bytes);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = bytes;
    }
}
