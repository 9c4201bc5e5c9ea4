namespace Belay.Pickling;

/// <content>Looking at one.</content>
public static partial class Pickle
{
    /// <summary>Shows a pickle instruction by instruction. Nothing is built of it, so any may be looked at. pickletools.dis.</summary>
    /// <exception cref="PickleException">It is no pickle.</exception>
    public static string Disassemble(ReadOnlySpan<byte> pickle)
    {
        var text = new StringWriter();
        Disassemble(pickle, text);
        return text.ToString();
    }

    /// <summary>Shows a pickle instruction by instruction, as far as it is one. pickletools.dis.</summary>
    /// <exception cref="PickleException">It is no pickle. What came before has been written.</exception>
    public static void Disassemble(ReadOnlySpan<byte> pickle, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        new Disassembler(output).Run(pickle);
    }
}
