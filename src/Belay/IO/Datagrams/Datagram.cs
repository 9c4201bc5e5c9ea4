using System.Net;

namespace Belay;

/// <summary>A datagram that was received.</summary>
/// <param name="Data">
/// What is in it, perhaps nothing. It lies in the endpoint's own buffer until the next receive begins: copy what is to be kept for longer (<c>Data.ToArray()</c>).
/// </param>
/// <param name="RemoteEndPoint">Where it came from. Not to be changed: datagrams that come from one place one after the other share it.</param>
public readonly record struct Datagram(ReadOnlyMemory<byte> Data, IPEndPoint RemoteEndPoint);
