using System.Net.Security;

namespace Belay;

/// <summary>How a <see cref="Connection"/> is opened, and how much it buffers.</summary>
public sealed record ConnectionOptions : StreamOptions
{
    internal static readonly ConnectionOptions Default = new();

    /// <summary>Not null: the connection is a TLS client's. Without a TargetHost the name that is connected to is expected in the certificate.</summary>
    public SslClientAuthenticationOptions? Tls { get; init; }
}
