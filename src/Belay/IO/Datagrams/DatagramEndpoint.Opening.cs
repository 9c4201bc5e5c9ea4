using System.Net;
using System.Net.Sockets;

namespace Belay;

public sealed partial class DatagramEndpoint
{
    /// <summary>Opens one. asyncio: loop.create_datagram_endpoint.</summary>
    /// <param name="local">
    /// Where it receives: an address of this machine's, or IPAddress.Any or IPv6Any for all of them (IPv6Any: those of IPv4 too); port 0: any that is free.
    /// null: the system chooses.
    /// </param>
    /// <param name="remote">The only address it exchanges datagrams with; null: any.</param>
    /// <param name="options">How; null: as the defaults say.</param>
    /// <remarks>Each may be an <see cref="IPEndPoint"/>, or a <see cref="DnsEndPoint"/>, whose name is looked up. Cancelled, it leaves nothing behind.</remarks>
    /// <exception cref="ArgumentException">Neither is given; or there are none that go together, of one family.</exception>
    /// <exception cref="SocketException">A name is not known, the local address is in use, or there is none such.</exception>
    /// <exception cref="InvalidOperationException">No loop runs on this thread.</exception>
    public static async Coro<DatagramEndpoint> OpenAsync(EndPoint? local = null, EndPoint? remote = null, DatagramOptions? options = null)
    {
        if (local is null && remote is null)
            throw new ArgumentException("Give an endpoint a local address, a remote one, or both. To send to any address, bind it to new IPEndPoint(IPAddress.Any, 0).");
        var loop = EventLoop.Running;
        var (from, to) = Match(await Resolve(local), await Resolve(remote));
        var known = options ?? new DatagramOptions();
        var family = (from ?? to)!.AddressFamily;
        var socket = new Socket(family, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            if (from?.Address.Equals(IPAddress.IPv6Any) == true) socket.DualMode = true;
            if (known.AllowBroadcast) socket.EnableBroadcast = true;
            if (known.ReusePort) socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            if (from is not null) socket.Bind(from);
            if (to is not null) await socket.ConnectAsync(to, Coro.Token);      // sends nothing, and so is done at once
            return new DatagramEndpoint(loop, socket, to, known.MaxSize);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>All addresses that it stands for; null for none given.</summary>
    static async Coro<IPEndPoint[]?> Resolve(EndPoint? endPoint)
    {
        switch (endPoint)
        {
            case null: return null;
            case IPEndPoint known: return [known];
            case DnsEndPoint name:
                var addresses = await Dns.GetHostAddressesAsync(name.Host, name.AddressFamily, Coro.Token);
                return Array.ConvertAll(addresses, address => new IPEndPoint(address, name.Port));
            default: throw new ArgumentException($"Datagrams go over UDP: an address is an IPEndPoint or a DnsEndPoint, not {endPoint.GetType().Name}.");
        }
    }

    /// <summary>The first two that are of one family.</summary>
    static (IPEndPoint? From, IPEndPoint? To) Match(IPEndPoint[]? local, IPEndPoint[]? remote)
    {
        if (local is null) return (null, remote![0]);
        if (remote is null) return (local[0], null);
        foreach (var to in remote)
            foreach (var from in local)
                if (from.AddressFamily == to.AddressFamily) return (from, to);
        throw new ArgumentException($"The local address {local[0]} and the remote one {remote[0]} are of two families: both have to be IPv4, or both IPv6.");
    }
}
