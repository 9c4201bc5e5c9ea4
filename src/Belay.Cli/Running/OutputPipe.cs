using System.Runtime.InteropServices;

namespace Belay.Cli;

/// <summary>
/// Standard output that notices when its reader has gone. .NET's own drops what is written then, so that a program piped into `head` would
/// go on for ever. Other programs are ended by SIGPIPE; here the write throws what Ctrl-C does, so that clean-up runs.
/// </summary>
sealed unsafe class OutputPipe(Stream console) : Stream
{
    const int StandardOutput = 1;
    const int Interrupted = 4;
    const int BrokenPipe = 32;

    /// <summary>Elsewhere .NET's own.</summary>
    static readonly bool s_isUnix = !OperatingSystem.IsWindows();

    internal bool IsBroken { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!s_isUnix)
        {
            console.Write(buffer);
            return;
        }
        while (buffer.Length > 0)
        {
            nint written;
            fixed (byte* start = buffer) written = WriteTo(StandardOutput, start, buffer.Length);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }
            var error = Marshal.GetLastPInvokeError();
            if (error == BrokenPipe)
            {
                IsBroken = true;
                throw new KeyboardInterruptException((PosixSignal)13);
            }
            if (error != Interrupted)
            {
                // Whatever it is, a full disk or a descriptor that does not block, .NET's own write knows what to make of it.
                console.Write(buffer);
                return;
            }
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    static extern nint WriteTo(int descriptor, byte* buffer, nint count);
}
