namespace Belay.Bench.Echo;

/// <summary>What the clients of an echo server do.</summary>
/// <param name="Connections">How many of them; each has one message under way.</param>
/// <param name="Size">How long a message is, in bytes.</param>
/// <param name="Tls">Over TLS.</param>
/// <param name="Protocol">Python's servers have callbacks in the place of streams.</param>
public sealed record EchoLoad(int Connections, int Size, bool Tls = false, bool Protocol = false);
