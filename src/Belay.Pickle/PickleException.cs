namespace Belay.Pickling;

/// <summary>A pickle was not read, or an object not written. pickle.UnpicklingError and pickle.PicklingError.</summary>
/// <remarks>Reading any bytes whatever either succeeds or throws this, or what a converter, a persistent loader or a stream of yours throws.</remarks>
public class PickleException : Exception
{
    const long NoOffset = -1;

    internal PickleException(PickleErrorKind kind, string message, long offset = NoOffset, Exception? inner = null)
        : base(offset == NoOffset ? message : $"{message} (at byte {offset} of the pickle)", inner)
    {
        Kind = kind;
        Offset = offset == NoOffset ? null : offset;
        Text = message;
    }

    /// <summary>For converters: a value is not what it has to be.</summary>
    /// <param name="message">What was expected, and what came. The offset is added by the reader.</param>
    public PickleException(string message) : this(PickleErrorKind.Value, message) { }

    /// <summary>Why.</summary>
    public PickleErrorKind Kind { get; }

    /// <summary>Where, in bytes from the beginning of the pickle: at the opcode that cannot be followed. Null on writing.</summary>
    public long? Offset { get; }

    /// <summary>The message without the place.</summary>
    internal string Text { get; }
}
