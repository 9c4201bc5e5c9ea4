namespace HubSample.Tests;

public sealed class RandomKillTests
{
    const int LinesOfEach = 3;

    /// <summary>A thousand with BELAY_SOAK=1; few otherwise, for the sake of everyday's tests.</summary>
    static int Clients => Environment.GetEnvironmentVariable("BELAY_SOAK") == "1" ? 1000 : 60;

    [Fact]
    public async Task Clients_UnderRandomKills_SurvivorsReceiveEveryMessageInOneOrder()
    {
        await using var hub = await HubProcess.ServeAsync();
        var survivors = await JoinAsync(hub, Clients / 2);
        var random = new Random(4);
        var victims = Enumerable.Range(0, Clients / 2).Select(number => DieAsync(hub, number, random.Next(6), random.Next(3))).ToList();

        var talking = survivors.Select(TalkAsync).ToList();
        var heard = await Task.WhenAll(survivors.Select(client => HearAsync(client, survivors.Count * LinesOfEach)));
        await Task.WhenAll(talking);
        await Task.WhenAll(victims);

        // What victims said at the end one may have heard and another not yet.
        var common = heard.Min(lines => lines.Count);
        var expected = heard[0].Take(common);
        Assert.All(heard, lines => Assert.Equal(expected, lines.Take(common)));
        for (var number = 0; number < survivors.Count; number++)
        {
            var own = heard[0].Where(line => line.StartsWith($"{number}: "));
            Assert.Equal(Enumerable.Range(0, LinesOfEach).Select(count => $"{number}: {count}"), own);
        }

        survivors.ForEach(client => client.Dispose());
    }

    /// <summary>All are in before the first word is said: each hears the last one's greeting.</summary>
    static async Task<List<TestClient>> JoinAsync(HubProcess hub, int count)
    {
        var clients = new List<TestClient>();
        for (var number = 0; number < count; number++)
        {
            clients.Add(await TestClient.ConnectAsync(hub.Port));
            await clients[^1].SayAsync($"{number} is in");
            while (await clients[^1].ReadLineAsync() != $"{number} is in")
            {
            }
        }

        foreach (var client in clients.SkipLast(1))
        {
            while (await client.ReadLineAsync() != $"{count - 1} is in")
            {
            }
        }

        return clients;
    }

    static async Task TalkAsync(TestClient client, int number)
    {
        for (var count = 0; count < LinesOfEach; count++)
        {
            await client.SayAsync($"{number}: {count}");
        }
    }

    static async Task<List<string>> HearAsync(TestClient client, int owed)
    {
        var lines = new List<string>();
        while (owed > 0)
        {
            var line = await client.ReadLineAsync() ?? throw new EndOfStreamException();
            lines.Add(line);
            owed -= line.StartsWith("victim") ? 0 : 1;
        }

        return lines;
    }

    /// <summary>Says some lines and goes: with a reset, by closing, or in the middle of a line.</summary>
    static async Task DieAsync(HubProcess hub, int number, int lines, int way)
    {
        using var client = await TestClient.ConnectAsync(hub.Port);
        for (var count = 0; count < lines; count++)
        {
            await client.SayAsync($"victim {number}: {count}");
        }

        if (way == 0)
        {
            await client.SendAsync("half a li"u8.ToArray());
        }

        if (way < 2)
        {
            client.Die();
        }
    }
}
