using System.Net;
using System.Net.Sockets;

namespace Belay;

/// <summary>Finds what a host's name stands for, and says what went wrong there.</summary>
internal static class Addresses
{
    /// <summary>All of them, in the system's order of preference.</summary>
    /// <exception cref="IOException">There are none.</exception>
    internal static async Coro<EndPoint[]> ResolveAsync(string host, int port, string where)
    {
        if (IPAddress.TryParse(host, out var literal)) return [new IPEndPoint(literal, port)];
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host, Coro.Token);
            return Array.ConvertAll(addresses, address => (EndPoint)new IPEndPoint(address, port));
        }
        catch (SocketException failure)
        {
            throw new IOException($"{where}: the name {host} has no address that could be found ({failure.Message}).", failure);
        }
    }

    internal static IOException Unreachable(string where, EndPoint[] endPoints, List<SocketException> failures)
    {
        var each = endPoints.Zip(failures, (endPoint, failure) => $"{endPoint}: {failure.Message}");
        Exception? inner = failures.Count == 1 ? failures[0] : new AggregateException(failures);
        return new IOException($"{where} could not be reached. {string.Join("; ", each)}.", inner);
    }
}
