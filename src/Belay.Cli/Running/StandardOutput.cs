using System.Runtime.InteropServices;
using System.Text;

namespace Belay.Cli;

/// <summary>
/// Console.Out for the time of a run. To a terminal it is .NET's own. To anything else it is collected and written in large pieces, as Python's is, unless
/// it is to be unbuffered; whatever way the program ends, what was collected is written.
/// </summary>
sealed class StandardOutput : IDisposable
{
    const int BufferSize = 16 * 1024;

    /// <summary>What a shell says of a program that SIGPIPE has ended.</summary>
    const int ReaderHasGone = 128 + 13;

    readonly OutputPipe? _pipe;
    readonly List<PosixSignalRegistration> _signals = [];

    StandardOutput(OutputPipe? pipe) => _pipe = pipe;

    internal static StandardOutput Open(bool isUnbuffered)
    {
        if (!Console.IsOutputRedirected) return new StandardOutput(null);
        var encoding = Console.OutputEncoding;
        // Without a byte order mark, which nobody expects there.
        var pipe = new OutputPipe(Console.OpenStandardOutput());
        Console.SetOut(new StreamWriter(pipe, encoding is UTF8Encoding ? new UTF8Encoding(false) : encoding, BufferSize) { AutoFlush = isUnbuffered });
        var output = new StandardOutput(pipe);
        if (!isUnbuffered) output.FlushAtEveryEnd();
        return output;
    }

    /// <summary>The exit code, once the output is out: that of the program, unless nobody reads it any more.</summary>
    internal int ExitCodeAfter(int exitCode)
    {
        TryFlush();
        return _pipe is { IsBroken: true } ? ReaderHasGone : exitCode;
    }

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
    }

    void FlushAtEveryEnd()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => TryFlush();
        AppDomain.CurrentDomain.UnhandledException += (_, _) => TryFlush();
        // These end a program that does not handle them, without a word to it.
        foreach (var signal in (ReadOnlySpan<PosixSignal>)[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT])
            _signals.Add(PosixSignalRegistration.Create(signal, _ => TryFlush()));
    }

    /// <summary>
    /// Console.Out locks itself while it writes. Somebody may be writing to a pipe that is full: then there is nothing to be done, and an
    /// end that has been asked for must not wait for him.
    /// </summary>
    static void TryFlush()
    {
        var writer = Console.Out;
        if (!Monitor.TryEnter(writer, TimeSpan.FromSeconds(1))) return;
        try
        {
            writer.Flush();
        }
        catch (Exception failure) when (failure is IOException or KeyboardInterruptException)
        {
            // The reader has gone; the pipe knows.
        }
        finally
        {
            Monitor.Exit(writer);
        }
    }
}
