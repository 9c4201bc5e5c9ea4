using System.Net;
using System.Net.Sockets;
using System.Text;
using Belay.Tests.Support;

namespace Belay.Tests.IO;

/// <summary>Who gets which datagram, and which failure.</summary>
public class DatagramReceiveTests
{
    static readonly IPEndPoint _anyPort = new(IPAddress.Loopback, 0);

    static Coro<DatagramEndpoint> Bind(DatagramOptions? options = null) => DatagramEndpoint.OpenAsync(_anyPort, null, options);

    static Coro SendToSelf(DatagramEndpoint endpoint, params byte[] data) => endpoint.SendAsync(data, endpoint.LocalEndPoint);

    [Fact]
    public void ReceiveAsync_DatagramIsThere_GivesUpNoTurn() => Loop.Run(async () =>
    {
        await using var endpoint = await Bind();
        await SendToSelf(endpoint, 1);
        using var turns = new TurnCounter();
        await endpoint.ReceiveAsync();
        Assert.Equal(0, turns.Count);
    });

    [Fact]
    public void ReceiveAsync_Cancelled_TheNextGetsTheDatagram() => Loop.Run(async () =>
    {
        await using var endpoint = await Bind();
        var cancelled = Coro.CreateTask(endpoint.ReceiveAsync());
        await Coro.Yield();
        cancelled.Cancel();
        await Expect.Throws<CancelledException>(cancelled);
        await SendToSelf(endpoint, 1);
        Assert.Equal(1, (await endpoint.ReceiveAsync()).Data.Span[0]);
    });

    [Fact]
    public void ReceiveAsync_CancelledWheneverThatMayBe_NoDatagramIsLostOrDoubled() => Loop.Run(async () =>
    {
        await using var endpoint = await Bind();
        var received = new List<byte>();
        var random = new Random(4711);
        for (byte i = 0; i < 200; i++)
        {
            var receive = Coro.CreateTask(Keep());
            await Loop.Turns(random.Next(3));
            await SendToSelf(endpoint, i);
            // The completion comes from another thread, so that the turns decide little: what is asserted holds in any case.
            await Loop.Turns(random.Next(50));
            receive.Cancel();
            await Coro.Wait([receive]);
            if (received.Count <= i) await Keep();
        }
        Assert.Equal(Enumerable.Range(0, 200).Select(i => (byte)i), received);

        async Coro Keep() => received.Add((await endpoint.ReceiveAsync()).Data.Span[0]);
    });

    [Fact]
    public void ReceiveAsync_WhileAnotherWaits_Throws() => Loop.Run(async () =>
    {
        await using var endpoint = await Bind();
        var first = Coro.CreateTask(endpoint.ReceiveAsync());
        await Coro.Yield();
        await Expect.Throws<InvalidOperationException>(endpoint.ReceiveAsync());
        await SendToSelf(endpoint, 1);
        Assert.Equal(1, (await first).Data.Span[0]);
    });

    [Fact]
    public void ReceiveAsync_OnAnotherLoop_Throws()
    {
        using var runner = new Runner();
        var endpoint = runner.Run(Bind());
        Loop.Run(async () =>
        {
            await Expect.Throws<InvalidOperationException>(endpoint.ReceiveAsync());
            await Expect.Throws<InvalidOperationException>(SendToSelf(endpoint, 1));
        });
        endpoint.Close();
    }

    [Fact]
    public void ReceiveAsync_AsLongAsMaxSize_IsWhole() => Loop.Run(async () =>
    {
        await using var endpoint = await Bind(new DatagramOptions { MaxSize = 3 });
        await SendToSelf(endpoint, 1, 2, 3);
        Assert.Equal([1, 2, 3], (await endpoint.ReceiveAsync()).Data.ToArray());
    });

    [Fact]
    public void ReceiveAsync_LongerThanMaxSize_FailsOnceAndGoesOn() => Loop.Run(async () =>
    {
        await using var endpoint = await Bind(new DatagramOptions { MaxSize = 3 });
        await SendToSelf(endpoint, 1, 2, 3, 4);
        await SendToSelf(endpoint, 5);
        Assert.Contains("MaxSize", (await Expect.Throws<IOException>(endpoint.ReceiveAsync())).Message);
        Assert.Equal([5], (await endpoint.ReceiveAsync()).Data.ToArray());
    });

    [Fact]
    public void MaxSize_Negative_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new DatagramOptions { MaxSize = -1 });

    [UnixFact]
    public void ReceiveAsync_NobodyListensThere_FailsAndTheEndpointGoesOn() => Loop.Run(async () =>
    {
        var (client, server) = await ConnectToWhereNobodyListens();
        await using var _ = client;
        var waiting = Coro.CreateTask(client.ReceiveAsync());
        await Coro.Yield();
        await client.SendAsync("x"u8.ToArray());
        await AssertRefused(waiting);
        await client.SendAsync("x"u8.ToArray());
        await AssertRefused(client.ReceiveAsync());
        await AssertHears(client, server);
    });

    [UnixFact]
    public void SendAsync_NobodyListenedToTheOneBefore_IsSentAndTheReceiverIsTold() => Loop.Run(async () =>
    {
        var (client, address) = await ConnectToWhereNobodyListens();
        await using var _ = client;
        await client.SendAsync("lost"u8.ToArray());
        await using var server = await DatagramEndpoint.OpenAsync(address);
        await client.SendAsync("heard"u8.ToArray());
        Assert.Equal("heard", Text(await server.ReceiveAsync()));
        await AssertRefused(client.ReceiveAsync());
        await server.SendAsync("answer"u8.ToArray(), client.LocalEndPoint);
        Assert.Equal("answer", Text(await client.ReceiveAsync()));
    });

    [Fact]
    public void ReceiveAllAsync_LeftEarly_LosesNone() => Loop.Run(async () =>
    {
        await using var endpoint = await Bind();
        for (byte i = 0; i < 4; i++) await SendToSelf(endpoint, i);
        var received = new List<byte>();
        for (var round = 0; round < 2; round++)
        {
            await foreach (var datagram in endpoint.ReceiveAllAsync())
            {
                received.Add(datagram.Data.Span[0]);
                if (received.Count % 2 == 0) break;
            }
        }
        Assert.Equal([0, 1, 2, 3], received);
    });

    [Fact]
    public void ReceiveAllAsync_EndpointClosed_Ends() => Loop.Run(async () =>
    {
        var endpoint = await Bind();
        var received = Coro.CreateTask(Count());
        await SendToSelf(endpoint, 1);
        await SendToSelf(endpoint, 2);
        while (_count < 2) await Coro.Yield();
        await Loop.Turns(3);
        endpoint.Close();
        await received;

        async Coro Count()
        {
            await foreach (var _ in endpoint.ReceiveAllAsync()) _count++;
        }
    });

    int _count;

    [Fact]
    public void ReceiveAllAsync_TokenCancelled_Throws() => Loop.Run(async () =>
    {
        await using var endpoint = await Bind();
        await Expect.Throws<OperationCanceledException>(async () =>
        {
            await foreach (var _ in endpoint.ReceiveAllAsync().WithCancellation(new CancellationToken(canceled: true))) Assert.Fail();
        });
    });

    [Fact]
    public void Close_WhileAReceiveWaits_ItThrows() => Loop.Run(async () =>
    {
        var endpoint = await Bind();
        var waiting = Coro.CreateTask(endpoint.ReceiveAsync());
        await Coro.Yield();
        endpoint.Close();
        endpoint.Close();
        Assert.True(endpoint.IsClosed);
        await Expect.Throws<ObjectDisposedException>(waiting);
        await Expect.Throws<ObjectDisposedException>(endpoint.ReceiveAsync());
        await Expect.Throws<ObjectDisposedException>(SendToSelf(endpoint, 1));
        await using var again = await DatagramEndpoint.OpenAsync(endpoint.LocalEndPoint);
    });

    [Fact]
    public void Close_OnAnotherThread_Throws() => Loop.Run(async () =>
    {
        await using var endpoint = await Bind();
        await Expect.Throws<InvalidOperationException>(Coro.ToThread(endpoint.Close));
    });

    static async Coro<(DatagramEndpoint Client, IPEndPoint Address)> ConnectToWhereNobodyListens()
    {
        var gone = await Bind();
        var client = await DatagramEndpoint.OpenAsync(_anyPort, gone.LocalEndPoint);
        gone.Close();
        return (client, gone.LocalEndPoint);
    }

    static async Coro AssertRefused(Coro<Datagram> receive)
    {
        var failure = await Expect.Throws<IOException>(receive);
        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(failure.InnerException).SocketErrorCode);
    }

    static async Coro AssertHears(DatagramEndpoint client, IPEndPoint address)
    {
        await using var server = await DatagramEndpoint.OpenAsync(address);
        await server.SendAsync("here"u8.ToArray(), client.LocalEndPoint);
        Assert.Equal("here", Text(await client.ReceiveAsync()));
    }

    static string Text(Datagram datagram) => Encoding.UTF8.GetString(datagram.Data.Span);
}
