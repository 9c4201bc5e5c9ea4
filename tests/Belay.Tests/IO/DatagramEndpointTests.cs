using System.Net;
using System.Net.Sockets;
using System.Text;
using Belay.Tests.Support;

namespace Belay.Tests.IO;

/// <summary>Datagrams over the loopback interface, which loses none as long as they are few.</summary>
public class DatagramEndpointTests
{
    static readonly IPEndPoint _anyPort = new(IPAddress.Loopback, 0);

    static Coro<DatagramEndpoint> Bind(DatagramOptions? options = null) => DatagramEndpoint.OpenAsync(_anyPort, null, options);

    [Fact]
    public void SendAndReceive_BoundAndConnected_ExchangeDataAndAddresses() => Loop.Run(async () =>
    {
        await using var server = await Bind();
        await using var client = await DatagramEndpoint.OpenAsync(remote: server.LocalEndPoint);
        await client.SendAsync("question"u8.ToArray());
        var question = await server.ReceiveAsync();
        Assert.Equal("question", Text(question));
        Assert.Equal(client.LocalEndPoint, question.RemoteEndPoint);
        await server.SendAsync("answer"u8.ToArray(), question.RemoteEndPoint);
        var answer = await client.ReceiveAsync();
        Assert.Equal("answer", Text(answer));
        Assert.Equal(server.LocalEndPoint, answer.RemoteEndPoint);
        Assert.Null(server.RemoteEndPoint);
        Assert.Equal(server.LocalEndPoint, client.RemoteEndPoint);
    });

    [Fact]
    public void OpenAsync_BoundAndConnected_IsBoth() => Loop.Run(async () =>
    {
        await using var server = await Bind();
        await using var client = await DatagramEndpoint.OpenAsync(_anyPort, server.LocalEndPoint);
        Assert.Equal(IPAddress.Loopback, client.LocalEndPoint.Address);
        await client.SendAsync("x"u8.ToArray());
        Assert.Equal(client.LocalEndPoint, (await server.ReceiveAsync()).RemoteEndPoint);
    });

    [Fact]
    public Task OpenAsync_OnAPoolDrivenLoop_Works() => HangGuard.Run(Coro.RunAsync(PingPong()));

    [Fact]
    public void OpenAsync_ByName_LooksItUp() => Loop.Run(async () =>
    {
        await using var server = await DatagramEndpoint.OpenAsync(new DnsEndPoint("localhost", 0, AddressFamily.InterNetwork));
        await using var client = await DatagramEndpoint.OpenAsync(remote: new DnsEndPoint("localhost", server.LocalEndPoint.Port, AddressFamily.InterNetwork));
        await client.SendAsync("x"u8.ToArray());
        Assert.Equal(client.LocalEndPoint, (await server.ReceiveAsync()).RemoteEndPoint);
    });

    [Fact]
    public void OpenAsync_NoAddress_Throws() => Loop.Run(async () => await Expect.Throws<ArgumentException>(DatagramEndpoint.OpenAsync()));

    [Fact]
    public void OpenAsync_AddressesOfTwoFamilies_Throws() => Loop.Run(async () =>
        await Expect.Throws<ArgumentException>(DatagramEndpoint.OpenAsync(_anyPort, new IPEndPoint(IPAddress.IPv6Loopback, 9))));

    [Fact]
    public void OpenAsync_NotAnAddressOfUdp_Throws() => Loop.Run(async () =>
        await Expect.Throws<ArgumentException>(DatagramEndpoint.OpenAsync(new UnixDomainSocketEndPoint("somewhere"))));

    [Fact]
    public void OpenAsync_AddressInUse_Throws() => Loop.Run(async () =>
    {
        await using var first = await Bind();
        var failure = await Expect.Throws<SocketException>(DatagramEndpoint.OpenAsync(first.LocalEndPoint));
        Assert.Equal(SocketError.AddressAlreadyInUse, failure.SocketErrorCode);
    });

    [Fact]
    public void OpenAsync_ReusePort_SharesTheAddress() => Loop.Run(async () =>
    {
        var options = new DatagramOptions { ReusePort = true };
        await using var first = await Bind(options);
        await using var second = await DatagramEndpoint.OpenAsync(first.LocalEndPoint, null, options);
        Assert.Equal(first.LocalEndPoint, second.LocalEndPoint);
    });

    [UnixFact]
    public void SendAsync_ToABroadcastAddress_NeedsTheOption() => Loop.Run(async () =>
    {
        var everybody = new IPEndPoint(IPAddress.Parse("127.255.255.255"), 9);
        await using var plain = await Bind();
        var refused = await Expect.Throws<IOException>(plain.SendAsync("x"u8.ToArray(), everybody));
        Assert.Equal(SocketError.AccessDenied, Assert.IsType<SocketException>(refused.InnerException).SocketErrorCode);
        await using var broadcasting = await Bind(new DatagramOptions { AllowBroadcast = true });
        await broadcasting.SendAsync("x"u8.ToArray(), everybody);
    });

    [Fact]
    public void SendAsync_NotConnectedAndNoAddress_Throws() => Loop.Run(async () =>
    {
        await using var endpoint = await Bind();
        Assert.Throws<InvalidOperationException>(() => { _ = endpoint.SendAsync("x"u8.ToArray()); });
    });

    [Fact]
    public void SendAsync_ConnectedElsewhere_Throws() => Loop.Run(async () =>
    {
        await using var server = await Bind();
        await using var other = await Bind();
        await using var client = await DatagramEndpoint.OpenAsync(remote: server.LocalEndPoint);
        Assert.Throws<InvalidOperationException>(() => { _ = client.SendAsync("x"u8.ToArray(), other.LocalEndPoint); });
        await client.SendAsync("x"u8.ToArray(), server.LocalEndPoint);
        Assert.Equal(client.LocalEndPoint, (await server.ReceiveAsync()).RemoteEndPoint);
    });

    [Fact]
    public void SendAsync_Empty_ArrivesEmpty() => Loop.Run(async () =>
    {
        await using var server = await Bind();
        await using var client = await DatagramEndpoint.OpenAsync(remote: server.LocalEndPoint);
        await client.SendAsync(default);
        Assert.Equal(0, (await server.ReceiveAsync()).Data.Length);
        await server.SendAsync(default, client.LocalEndPoint);
        Assert.Equal(0, (await client.ReceiveAsync()).Data.Length);
    });

    [Fact]
    public void SendAsync_TooLong_FailsAndTheEndpointGoesOn() => Loop.Run(async () =>
    {
        await using var endpoint = await Bind();
        var failure = await Expect.Throws<IOException>(endpoint.SendAsync(new byte[70_000], endpoint.LocalEndPoint));
        Assert.Equal(SocketError.MessageSize, Assert.IsType<SocketException>(failure.InnerException).SocketErrorCode);
        await endpoint.SendAsync("x"u8.ToArray(), endpoint.LocalEndPoint);
        Assert.Equal("x", Text(await endpoint.ReceiveAsync()));
    });

    [Fact]
    public void SendAsync_BeforeItsFirstStep_SendsNothing() => Loop.Run(async () =>
    {
        await using var endpoint = await Bind();
        var cancelled = Coro.CreateTask(endpoint.SendAsync("never"u8.ToArray(), endpoint.LocalEndPoint));
        cancelled.Cancel();
        await Expect.Throws<CancelledException>(cancelled);
        await endpoint.SendAsync("x"u8.ToArray(), endpoint.LocalEndPoint);
        Assert.Equal("x", Text(await endpoint.ReceiveAsync()));
    });

    [Fact]
    public void SendAndReceive_Repeated_AllocateNothing() => Loop.Run(async () =>
    {
        await using var endpoint = await Bind();
        var data = new byte[100];
        Assert.Equal(0, await Allocations.PerOperation(async count =>
        {
            for (var i = 0; i < count; i++)
            {
                await endpoint.SendAsync(data, endpoint.LocalEndPoint);
                await endpoint.ReceiveAsync();
            }
        }));
    });

    static async Coro PingPong()
    {
        await using var server = await Bind();
        await using var client = await DatagramEndpoint.OpenAsync(remote: server.LocalEndPoint);
        for (byte i = 0; i < 100; i++)
        {
            var received = Coro.CreateTask(server.ReceiveAsync());
            await Coro.Yield();
            await client.SendAsync(new[] { i });
            Assert.Equal(i, (await received).Data.Span[0]);
        }
    }

    static string Text(Datagram datagram) => Encoding.UTF8.GetString(datagram.Data.Span);
}
