using System.Net.Sockets;

namespace HubSample.Tests;

/// <summary>Whatever one client does, it costs only that client.</summary>
public sealed class BadClientTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Client_ThatDiesMidMessage_LeavesTheOthersAlone(bool byReset)
    {
        await using var hub = await HubProcess.ServeAsync();
        var clients = await hub.JoinAsync("bad", "ann", "bob");

        await clients[0].SendAsync("half a mess"u8.ToArray());
        if (byReset)
        {
            clients[0].Die();
        }
        else
        {
            clients[0].HangUp();
            Assert.Null(await clients[0].ReadLineAsync());
        }

        await AssertExchangeAsync(clients[1], clients[2]);
    }

    [Fact]
    public async Task Client_ThatSendsGarbage_IsToldSoAndHungUp()
    {
        await using var hub = await HubProcess.ServeAsync();
        var clients = await hub.JoinAsync("ann", "bob");

        // Bytes that begin no character, a NUL, half a surrogate pair, an overlong slash.
        foreach (var garbage in new byte[][] { [0xff, 0xfe, 0x80], [(byte)'a', 0, (byte)'b'], [0xed, 0xa0, 0x80], [0xc0, 0xaf] })
        {
            using var bad = await TestClient.ConnectAsync(hub.Port);
            await bad.SendAsync([.. garbage, (byte)'\n']);
            Assert.Equal(["error: not a line of UTF-8 text"], await bad.ReadToEndAsync());
        }

        await AssertExchangeAsync(clients[0], clients[1]);
    }

    [Fact]
    public async Task Client_ThatSendsTenMegabytesWithoutLineEnd_IsToldSoAndHungUp()
    {
        await using var hub = await HubProcess.ServeAsync();
        var clients = await hub.JoinAsync("bad", "ann", "bob");

        var flood = new byte[10_000_000];
        flood.AsSpan().Fill((byte)'x');
        var sending = clients[0].SendAsync(flood);

        Assert.Equal(["error: line longer than 65536 bytes"], await clients[0].ReadToEndAsync());
        await AssertExchangeAsync(clients[1], clients[2]);
        // The hub need not take all of it.
        await Record.ExceptionAsync(() => sending);
    }

    [Fact]
    public async Task Line_OfTheGreatestLength_IsTaken()
    {
        await using var hub = await HubProcess.ServeAsync();
        var clients = await hub.JoinAsync("ann", "bob");

        var longest = new string('x', 65_536);
        await clients[0].SayAsync(longest);

        Assert.Equal(longest, await clients[1].ReadLineAsync());
        await clients[0].SayAsync(longest + "x");
        Assert.Equal([longest, "error: line longer than 65536 bytes"], await clients[0].ReadToEndAsync());
    }

    [Fact]
    public async Task Client_ThatNeverReads_IsDroppedWhileTheOthersGoOn()
    {
        await using var hub = await HubProcess.ServeAsync();
        var clients = await hub.JoinAsync("bad", "ann", "bob");

        // More than the buffers of both sockets and the outbox hold together.
        const int Count = 400;
        var talking = Task.Run(async () =>
        {
            for (var count = 0; count < Count; count++)
            {
                await clients[1].SayAsync(Long(count));
            }
        });
        var echo = ExpectAsync(clients[1]);
        await ExpectAsync(clients[2]);
        await echo;
        await talking;

        var received = 0;
        var failure = await Record.ExceptionAsync(async () =>
        {
            while (await clients[0].ReadLineAsync() is not null)
            {
                received++;
            }
        });
        Assert.True(failure is null or IOException { InnerException: SocketException });
        Assert.InRange(received, 0, Count - 1);
        await AssertExchangeAsync(clients[1], clients[2]);

        static string Long(int count) => $"{count} {new string('x', 60_000)}";

        static async Task ExpectAsync(TestClient client)
        {
            for (var count = 0; count < Count; count++)
            {
                Assert.Equal(Long(count), await client.ReadLineAsync());
            }
        }
    }

    static async Task AssertExchangeAsync(TestClient first, TestClient second)
    {
        await first.SayAsync("still there?");
        Assert.Equal("still there?", await second.ReadLineAsync());
        await second.SayAsync("yes");
        Assert.Equal("still there?", await first.ReadLineAsync());
        Assert.Equal("yes", await first.ReadLineAsync());
        Assert.Equal("yes", await second.ReadLineAsync());
    }
}
