using System.Net;
using System.Net.Sockets;
using Belay.Tests.Support;

namespace Belay.Tests.IO;

/// <summary>Clients that behave badly, on sockets of .NET's own: what they do costs only themselves.</summary>
public abstract class RoughPeersContract : NetContract
{
    [Fact]
    public void Connections_TornDownMidMessage_AllEndAndOthersGoOn() => Run(async () =>
    {
        const int Count = 1000;
        var (incomplete, reset) = (0, 0);
        await WithServer(async connection =>
        {
            try
            {
                while (true)
                {
                    var length = (await connection.ReadExactlyAsync(1))[0];
                    await connection.WriteAsync(await connection.ReadExactlyAsync(length));
                }
            }
            catch (IncompleteReadException)
            {
                incomplete++;
            }
            catch (IOException)
            {
                reset++;
            }
        }, async server =>
        {
            var healthy = await Connect(server);
            await TaskGroup.Run(async group =>
            {
                for (var i = 0; i < Count; i++)
                {
                    group.CreateTask(TearDown(server, byReset: i % 2 == 0));
                    if (i % 50 == 0) await Talk(healthy);
                }
            });
            await Talk(healthy);
            await healthy.CloseAsync();
            while (server.ConnectionCount > 0) await Coro.Yield();
        });

        Assert.Equal(Count + 1, incomplete + reset);
        Assert.InRange(reset, 1, Count);
    });

    [Fact]
    public void Client_ThatNeitherSendsNorLeaves_CanBeGivenATimeLimit() => Run(() => WithServer(async connection =>
    {
        await Expect.Throws<TimeoutException>(() => Coro.WaitFor(connection.ReadLineAsync(), TimeSpan.FromMilliseconds(5)));
    }, async server =>
    {
        var client = await Connect(server);
        Assert.Equal(0, await client.ReadAsync(new byte[1]));
        client.Abort();
    }));

    [Fact]
    public void Client_ThatReadsSlowly_DoesNotHoldUpTheOthers() => Run(() => WithServer(async connection =>
    {
        var line = new byte[100_000];
        line.AsSpan().Fill((byte)'x');
        line[^1] = (byte)'\n';
        for (var i = 0; i < 200; i++) await connection.WriteAsync(line);
    }, async server =>
    {
        using var slow = await Raw(server);
        var fast = await Connect(server, new ConnectionOptions { Limit = 200_000 });
        for (var i = 0; i < 200; i++) Assert.Equal(99_999, (await fast.ReadLineAsync())!.Length);

        var received = 0;
        var buffer = new byte[7000];
        while (await slow.ReceiveAsync(buffer) is var count and > 0) received += count;
        Assert.Equal(20_000_000, received);
        await fast.CloseAsync();
    }));

    [Fact]
    public void Client_ThatHangsUpItsSideAndWaits_GetsItsAnswer() => Run(() => WithServer(
        async connection => await connection.WriteAsync(await connection.ReadToEndAsync()),
        async server =>
        {
            using var client = await Raw(server);
            await client.SendAsync("question"u8.ToArray());
            client.Shutdown(SocketShutdown.Send);
            var buffer = new byte[100];
            Assert.Equal(8, await client.ReceiveAsync(buffer));
            Assert.Equal(0, await client.ReceiveAsync(buffer));
        }));

    static async Coro TearDown(Server server, bool byReset)
    {
        using var client = await Raw(server);
        await client.SendAsync(new byte[] { 3, 1, 2, 3, 200, 1, 2 });
        var answer = new byte[3];
        await client.ReceiveAsync(answer);
        if (byReset) client.LingerState = new LingerOption(enable: true, seconds: 0);
    }

    static async Coro Talk(Connection connection)
    {
        await connection.WriteAsync(new byte[] { 2, 7, 8 });
        Assert.Equal([7, 8], await connection.ReadExactlyAsync(2));
    }

    static async Coro<Socket> Raw(Server server)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, server.Port, Coro.Token);
        return socket;
    }
}

public sealed class RoughPeersOnThreadTests : RoughPeersContract
{
    private protected override IReadOnlyList<LoopError> RunCollectingErrors(Func<Coro> main) => OnThread(main);
}

public sealed class RoughPeersOnPoolTests : RoughPeersContract
{
    private protected override IReadOnlyList<LoopError> RunCollectingErrors(Func<Coro> main) => OnPool(main);
}
