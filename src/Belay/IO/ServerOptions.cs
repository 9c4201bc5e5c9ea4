using System.Net.Security;

namespace Belay;

/// <summary>How a <see cref="Server"/> listens, and how much its connections buffer.</summary>
public sealed record ServerOptions : StreamOptions
{
    internal static readonly ServerOptions Default = new();

    /// <summary>How many clients the system keeps waiting to be accepted. Default 100.</summary>
    public int Backlog { get; init; } = 100;

    /// <summary>How many connections there may be at a time; who comes after that waits to be accepted. Null: as many as the system allows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public int? MaxConnections
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value ?? 1);
            field = value;
        }
    }

    /// <summary>Not null: the connections are a TLS server's, whose clients show a certificate if ClientCertificateRequired says so.</summary>
    public SslServerAuthenticationOptions? Tls { get; init; }

    /// <summary>How long a client has for the handshake of TLS; then it is dropped. Default a minute. asyncio: ssl_handshake_timeout.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0, nor Timeout.InfiniteTimeSpan.</exception>
    public TimeSpan TlsHandshakeTimeout
    {
        get;
        init
        {
            if (value != Timeout.InfiniteTimeSpan) ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromMinutes(1);

    /// <summary>Whether a server on all IPv6 addresses, which one without a host is, takes clients over IPv4 too. Default true.</summary>
    public bool DualStack { get; init; } = true;

    /// <summary>Whether several servers, also of other processes, may listen on the same port: the system shares the clients out. asyncio: reuse_port.</summary>
    public bool ReusePort { get; init; }
}
