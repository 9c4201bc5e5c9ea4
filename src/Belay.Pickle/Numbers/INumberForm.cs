namespace Belay.Pickling;

/// <summary>How a number is written, and read where it is expected. Types, so that the loop over a list is compiled for each.</summary>
interface INumberForm<T>
{
    static abstract int MaxSize { get; }

    /// <returns>How many bytes it has taken.</returns>
    static abstract int Write(T number, Span<byte> room);

    /// <returns>How many bytes it takes; 0 if it is anything else.</returns>
    static abstract int TryRead(ReadOnlySpan<byte> data, out T number);
}
