using System.Buffers.Binary;
using System.IO.Pipes;
using System.Net.Sockets;
using System.Text;

namespace Belay;

/// <summary>
/// The port at which the runtime serves diagnostic tools, used by the process itself: https://github.com/dotnet/diagnostics has its
/// protocol (documentation/design-docs/ipc-protocol.md). Each command has a connection of its own.
/// </summary>
internal static class DiagnosticPort
{
    const byte EventPipe = 2, StopTracing = 1, CollectTracing2 = 3, Ok = 0;
    const int HeaderSize = 20, CommandSetAt = 16, CommandAt = 17;

    static ReadOnlySpan<byte> Magic => "DOTNET_IPC_V1\0"u8;

    /// <summary>Starts a session that samples all threads; at its end it names all methods. The stream ends with the session.</summary>
    internal static async Task<(Stream Events, byte[] Session)> StartSamplingAsync(CancellationToken cancellationToken)
    {
        var stream = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return (stream, await SendAsync(stream, CollectTracing2, Configuration(), cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    internal static async Task StopAsync(byte[] session, CancellationToken cancellationToken)
    {
        using var stream = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        await SendAsync(stream, StopTracing, session, cancellationToken).ConfigureAwait(false);
    }

    static byte[] Configuration()
    {
        const int BufferMegabytes = 16, NetTrace = 1, Informational = 4;
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.Unicode);
        writer.Write(BufferMegabytes);
        writer.Write(NetTrace);
        writer.Write(true);     // the methods, at the end
        writer.Write(1);        // one provider
        writer.Write(0L);
        writer.Write(Informational);
        writer.Write(TraceReader.Sampler.Length + 1);
        writer.Write((TraceReader.Sampler + '\0').ToCharArray());
        writer.Write(0);        // no filter
        return bytes.ToArray();
    }

    /// <summary>The answer to a command.</summary>
    static async Task<byte[]> SendAsync(Stream stream, byte command, byte[] payload, CancellationToken cancellationToken)
    {
        var message = new byte[HeaderSize + payload.Length];
        Magic.CopyTo(message);
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(Magic.Length), (ushort)message.Length);
        message[CommandSetAt] = EventPipe;
        message[CommandAt] = command;
        payload.CopyTo(message, HeaderSize);
        await stream.WriteAsync(message, cancellationToken).ConfigureAwait(false);

        var header = new byte[HeaderSize];
        await stream.ReadExactlyAsync(header, cancellationToken).ConfigureAwait(false);
        var answer = new byte[BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(Magic.Length)) - HeaderSize];
        await stream.ReadExactlyAsync(answer, cancellationToken).ConfigureAwait(false);
        return header[CommandAt] == Ok ? answer : throw new IOException("The runtime does not trace.");
    }

    static async Task<Stream> ConnectAsync(CancellationToken cancellationToken)
    {
        var name = $"dotnet-diagnostic-{Environment.ProcessId}";
        if (OperatingSystem.IsWindows())
        {
            var pipe = new NamedPipeClientStream(".", name, PipeDirection.InOut, PipeOptions.Asynchronous);
            await pipe.ConnectAsync(cancellationToken).ConfigureAwait(false);
            return pipe;
        }
        // A process of the same number may have left its socket behind: the newest is this one's.
        var path = Directory.GetFiles(Path.GetTempPath(), $"{name}-*-socket").MaxBy(File.GetLastWriteTimeUtc)
            ?? throw new IOException("The runtime has no diagnostic port.");
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
