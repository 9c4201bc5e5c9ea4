namespace HubSample.Tests;

public sealed class ExchangeTests
{
    [Fact]
    public async Task Line_FromOneClient_GoesToAllInOneOrder()
    {
        await using var hub = await HubProcess.ServeAsync();
        var clients = await hub.JoinAsync("ann", "bob", "cid");

        await Task.WhenAll(clients.Select((client, number) => SayManyAsync(client, number)));

        var heard = new List<List<string>>();
        foreach (var client in clients)
        {
            heard.Add(await ReadAsync(client, 300));
        }

        Assert.All(heard, lines => Assert.Equal(heard[0], lines));
        for (var number = 0; number < clients.Length; number++)
        {
            var own = heard[0].Where(line => line.StartsWith($"{number}: "));
            Assert.Equal(Enumerable.Range(0, 100).Select(count => $"{number}: {count}"), own);
        }
    }

    [Fact]
    public async Task Line_InPiecesWithCarriageReturn_ArrivesWhole()
    {
        await using var hub = await HubProcess.ServeAsync();
        var clients = await hub.JoinAsync("ann", "bob");

        await clients[0].SendAsync("grüß"u8.ToArray()[..3]);
        await clients[1].SayAsync("meanwhile");
        Assert.Equal("meanwhile", await clients[0].ReadLineAsync());
        await clients[0].SendAsync("grüß"u8.ToArray()[3..]);
        await clients[0].SendAsync(" Gott\r\n\nthird\n"u8.ToArray());

        Assert.Equal(["meanwhile", "grüß Gott", "", "third"], await ReadAsync(clients[1], 4));
    }

    [Fact]
    public async Task Client_ThatHangsUp_StillGetsWhatIsDue()
    {
        await using var hub = await HubProcess.ServeAsync();
        var clients = await hub.JoinAsync("ann", "bob");

        await SayManyAsync(clients[0], 0);
        clients[0].HangUp();

        var lines = await clients[0].ReadToEndAsync();
        Assert.Equal(100, lines.Count);
        Assert.Equal(lines, await ReadAsync(clients[1], 100));
    }

    static async Task SayManyAsync(TestClient client, int number)
    {
        for (var count = 0; count < 100; count++)
        {
            await client.SayAsync($"{number}: {count}");
        }
    }

    static async Task<List<string>> ReadAsync(TestClient client, int count)
    {
        var lines = new List<string>();
        while (lines.Count < count)
        {
            lines.Add(await client.ReadLineAsync() ?? throw new EndOfStreamException());
        }

        return lines;
    }
}
