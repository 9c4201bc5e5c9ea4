namespace Belay.Pickling;

/// <summary>Bytes that need not be copied into a pickle: pickle.PickleBuffer. With protocol 5, <see cref="PickleOptions.TakeBuffer"/> may keep them outside.</summary>
/// <remarks>In the pickle it is bytes if it is read-only, else a bytearray, and is loaded as such. Out of band it is loaded as the very object that
/// <see cref="PickleOptions.Buffers"/> gives.</remarks>
public sealed class PickleBuffer
{
    /// <summary>One that may be written to.</summary>
    public PickleBuffer(Memory<byte> memory) => Memory = memory;

    /// <summary>One that may not, or not by that name.</summary>
    public PickleBuffer(ReadOnlyMemory<byte> memory, bool isReadOnly)
    {
        Memory = memory;
        IsReadOnly = isReadOnly;
    }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Memory { get; }

    /// <summary>Whether they are bytes in Python, not a bytearray.</summary>
    public bool IsReadOnly { get; }

    internal PickleBuffer AsReadOnly() => IsReadOnly ? this : new(Memory, isReadOnly: true);
}
