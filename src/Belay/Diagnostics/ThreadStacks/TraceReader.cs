using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Belay;

/// <summary>
/// Reads what a sampling session wrote, in the runtime's NetTrace format, version 4: the samples of one thread, and the names of methods.
/// https://github.com/microsoft/perfview/blob/main/src/TraceEvent/EventPipe/NetTraceFormat_v5.md and its predecessor describe it.
/// </summary>
internal sealed class TraceReader
{
    internal const string Sampler = "Microsoft-DotNETCore-SampleProfiler";
    const string Rundown = "Microsoft-Windows-DotNETRuntimeRundown";
    const int MethodDCEndVerbose = 144;

    readonly byte[] _data;
    readonly long _thread;
    readonly Dictionary<int, bool> _isMethod = [];      // of the kinds of events that are of interest, by their numbers in this trace
    readonly Dictionary<int, ulong[]> _stacks = [];
    readonly List<(ulong Start, uint Size, string Name)> _methods = [];
    int? _sample;

    TraceReader(byte[] data, long thread) => (_data, _thread) = (data, thread);

    /// <summary>The methods of the thread's first sample, innermost first, as the runtime calls them; none if there is no sample.</summary>
    internal static IReadOnlyList<string> FirstStack(byte[] trace, long thread)
    {
        var reader = new TraceReader(trace, thread);
        reader.ReadObjects();
        if (reader._sample is not { } sample || !reader._stacks.TryGetValue(sample, out var stack)) return [];
        return [.. stack.Select(reader.NameAt).OfType<string>()];
    }

    string? NameAt(ulong address)
    {
        foreach (var (start, size, name) in _methods)
            if (address >= start && address - start < size) return name;
        return null;        // not .NET's
    }

    /// <summary>After the signature objects follow each other; each is its type's description, then its content.</summary>
    void ReadObjects()
    {
        const byte BeginObject = 5;
        const int TraceSize = 48;
        var at = "Nettrace".Length;
        at += sizeof(int) + Int32(at);
        while (_data[at] == BeginObject)
        {
            at += 3 + 2 * sizeof(int);      // tags, and versions
            var nameEnd = at + sizeof(int) + Int32(at);
            var name = Encoding.ASCII.GetString(_data.AsSpan((at + sizeof(int))..nameEnd));
            at = nameEnd + 1;
            if (name == "Trace") at += TraceSize;
            else
            {
                var size = Int32(at);
                at = (at + sizeof(int) + 3) & ~3;
                ReadBlock(name, at, at + size);
                at += size;
            }
            at++;
        }
    }

    void ReadBlock(string name, int at, int end)
    {
        if (name == "StackBlock") ReadStacks(at);
        else if (name is "EventBlock" or "MetadataBlock") ReadEvents(at + UInt16(at), end);
    }

    void ReadStacks(int at)
    {
        var (first, count) = (Int32(at), Int32(at + sizeof(int)));
        at += 2 * sizeof(int);
        for (var i = 0; i < count; i++)
        {
            var size = Int32(at);
            at += sizeof(int);
            var bytes = _data.AsSpan(at, size);
            _stacks[first + i] = nint.Size == sizeof(ulong)
                ? MemoryMarshal.Cast<byte, ulong>(bytes).ToArray()
                : Array.ConvertAll(MemoryMarshal.Cast<byte, uint>(bytes).ToArray(), address => (ulong)address);
            at += size;
        }
    }

    /// <summary>The head of an event has only what is different from that of the event before.</summary>
    void ReadEvents(int at, int end)
    {
        var (kind, thread, stack, size) = (0, 0L, 0, 0);
        while (at < end)
        {
            var flags = _data[at++];
            if ((flags & 1) != 0) kind = (int)Variable(ref at);
            if ((flags & 2) != 0)
                for (var i = 0; i < 3; i++) Variable(ref at);       // who wrote it
            if ((flags & 4) != 0) thread = (long)Variable(ref at);
            if ((flags & 8) != 0) stack = (int)Variable(ref at);
            Variable(ref at);       // when
            if ((flags & 16) != 0) at += 16;
            if ((flags & 32) != 0) at += 16;
            if ((flags & 128) != 0) size = (int)Variable(ref at);
            ReadEvent(kind & int.MaxValue, thread, stack, at);
            at += size;
        }
    }

    void ReadEvent(int kind, long thread, int stack, int at)
    {
        if (kind == 0) ReadKind(at);
        else if (!_isMethod.TryGetValue(kind, out var isMethod)) return;
        else if (isMethod) ReadMethod(at);
        else if (thread == _thread) _sample ??= stack;
    }

    void ReadKind(int at)
    {
        var kind = Int32(at);
        at += sizeof(int);
        var provider = Text(ref at);
        if (provider == Sampler) _isMethod[kind] = false;
        else if (provider == Rundown && Int32(at) == MethodDCEndVerbose) _isMethod[kind] = true;
    }

    void ReadMethod(int at)
    {
        at += 2 * sizeof(ulong);        // method and module
        var (start, size) = (BinaryPrimitives.ReadUInt64LittleEndian(_data.AsSpan(at)), (uint)Int32(at + sizeof(ulong)));
        at += sizeof(ulong) + 3 * sizeof(int);      // and its token and flags
        var type = Text(ref at);
        _methods.Add((start, size, $"{type}.{Text(ref at)}"));
    }

    int Int32(int at) => BinaryPrimitives.ReadInt32LittleEndian(_data.AsSpan(at));

    int UInt16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_data.AsSpan(at));

    /// <summary>Seven bits a byte, the lowest first.</summary>
    ulong Variable(ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = _data[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }

    string Text(ref int at)
    {
        var start = at;
        while (UInt16(at) != 0) at += sizeof(char);
        at += sizeof(char);
        return Encoding.Unicode.GetString(_data.AsSpan(start..(at - sizeof(char))));
    }
}
