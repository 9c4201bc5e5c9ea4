using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Belay.Pickling;

/// <summary>Pickles of a list of nothing but numbers, where such a list is asked for: in one go, without an object for each. <see cref="NumberListWriter"/> is the other way.</summary>
static class NumberListReader
{
    /// <returns>False if it is anything else, or malformed: then the machine is to read it.</returns>
    public static bool TryRead<T>(ReadOnlySpan<byte> pickle, PickleLimits limits, [MaybeNullWhen(false)] out T list)
    {
        object? found = null;
        // A number takes no more memory than that for each byte.
        if (8L * pickle.Length <= limits.MaxMemory && limits is { MaxDepth: > 0, MaxMemo: > 0 })
        {
            // Which of these it is, is decided when the code is compiled for the type.
            if (typeof(T) == typeof(List<int>)) found = Read<int, IntForm>(pickle);
            else if (typeof(T) == typeof(int[])) found = Read<int, IntForm>(pickle)?.ToArray();
            else if (typeof(T) == typeof(List<long>)) found = Read<long, LongForm>(pickle);
            else if (typeof(T) == typeof(long[])) found = Read<long, LongForm>(pickle)?.ToArray();
            else if (typeof(T) == typeof(List<double>)) found = Read<double, DoubleForm>(pickle);
            else if (typeof(T) == typeof(double[])) found = Read<double, DoubleForm>(pickle)?.ToArray();
        }
        list = found is null ? default : Unsafe.As<object, T>(ref found);
        return found is not null;
    }

    static List<T>? Read<T, TForm>(ReadOnlySpan<byte> pickle) where TForm : INumberForm<T>
    {
        if (BeginList(pickle) is not (> 0 and var position)) return null;
        var list = new List<T>();
        var isOpen = false;
        while (position < pickle.Length)
        {
            var rest = pickle[position..];
            switch (rest[0])
            {
                case Opcode.Mark when !isOpen:
                    isOpen = true;
                    position++;
                    break;
                case Opcode.Appends when isOpen:
                    isOpen = false;
                    position++;
                    break;
                case Opcode.Frame when IsFrame(rest):
                    position += Opcode.FrameHead;
                    break;
                case Opcode.Stop when !isOpen:
                    return list;
                default:
                    var size = TForm.TryRead(rest, out var number);
                    if (size == 0 || size >= rest.Length) return null;
                    list.Add(number);
                    position += size;
                    if (isOpen) break;
                    if (rest[size] != Opcode.Append) return null;
                    position++;
                    break;
            }
        }
        return null;
    }

    static bool IsFrame(ReadOnlySpan<byte> data) =>
        data.Length >= Opcode.FrameHead && data[0] == Opcode.Frame && Unpickler.IsPossibleFrame(BinaryPrimitives.ReadUInt64LittleEndian(data[1..]));

    /// <summary>The number of bytes before the items, or 0.</summary>
    static int BeginList(ReadOnlySpan<byte> pickle)
    {
        if (pickle is not [Opcode.Proto, <= Unpickler.MaxProtocol, ..]) return 0;
        var position = 2;
        if (IsFrame(pickle[position..])) position += Opcode.FrameHead;
        return pickle[position..] switch
        {
            [Opcode.EmptyList, Opcode.Memoize, ..] => position + 2,
            [Opcode.EmptyList, Opcode.BinPut, _, ..] => position + 3,
            _ => 0,
        };
    }
}
