using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Belay;

public sealed partial class Connection
{
    /// <summary>What TLS has agreed on; null in the clear.</summary>
    SslStream? _tls;

    /// <summary>What TLS has agreed on: protocol, cipher, the other side's certificate. Null in the clear. asyncio: get_extra_info('ssl_object').</summary>
    public SslStream? Tls => _tls;

    /// <summary>
    /// Goes over to TLS, as the client. What has been written is sent first, in the clear. asyncio: start_tls.
    /// </summary>
    /// <remarks>If it fails or is cancelled, the connection is aborted. Limit the time with <see cref="Coro.WaitFor(Coro, TimeSpan?)"/>.</remarks>
    /// <param name="options">Its TargetHost is the name that is expected in the certificate.</param>
    /// <exception cref="IOException">The handshake failed: the certificate is not trusted, say; or the other side is gone.</exception>
    /// <exception cref="InvalidOperationException">
    /// It is TLS already, or closed; or something that came in the clear has not been read, which could pass for having come over TLS.
    /// </exception>
    public Coro StartTlsAsync(SslClientAuthenticationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return StartTlsAsync(stream => stream.AuthenticateAsClientAsync(options, Coro.Token));
    }

    /// <summary>Goes over to TLS, as the server.</summary>
    /// <inheritdoc cref="StartTlsAsync(SslClientAuthenticationOptions)"/>
    /// <param name="options">With the certificate.</param>
    public Coro StartTlsAsync(SslServerAuthenticationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return StartTlsAsync(stream => stream.AuthenticateAsServerAsync(options, Coro.Token));
    }

    /// <summary>As StartTlsAsync; the host that was connected to is expected in the certificate, unless the options name another.</summary>
    Coro StartTlsAsync(SslClientAuthenticationOptions options, string host) => StartTlsAsync(stream =>
    {
        // .NET copies what is in the options before this returns, and has no copy for others: they are lent the name for that long.
        lock (options)
        {
            var given = options.TargetHost;
            options.TargetHost ??= host;
            try { return stream.AuthenticateAsClientAsync(options, Coro.Token); }
            finally { options.TargetHost = given; }
        }
    });

    async Coro StartTlsAsync(Func<SslStream, Task> authenticate)
    {
        if (_isClosing || _tls is not null || Writer.IsCompleted) throw Misuse.NoTls();
        if (Reader.Buffered.Length > 0) throw Misuse.ReadBeforeTls();
        var isStarted = false;
        try
        {
            await Writer.FlushAsync();
            var stream = new SslStream(((SocketTransport)_transport).Release());
            await authenticate(stream);
            var transport = new TlsTransport(_transport.Loop, stream, _socket);
            Reader.MoveTo(transport);
            Writer.MoveTo(transport);
            _transport = transport;
            _tls = stream;
            isStarted = true;
        }
        catch (AuthenticationException failure)
        {
            throw new IOException($"TLS with {RemoteEndPoint} could not be agreed on: {failure.Message}", failure);
        }
        finally
        {
            if (!isStarted) Abort();
        }
    }
}
