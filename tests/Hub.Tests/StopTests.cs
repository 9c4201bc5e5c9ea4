namespace HubSample.Tests;

public sealed class StopTests
{
    [Theory]
    [InlineData(HubProcess.SigInt, 130)]
    [InlineData(HubProcess.SigTerm, 143)]
    public async Task Signal_WithMessagesUnread_SaysGoodByeAfterThem(int signal, int exitCode)
    {
        await using var hub = await HubProcess.ServeAsync();
        var clients = await hub.JoinAsync("ann", "bob", "cid");
        var said = Enumerable.Range(0, 100).Select(count => $"message {count}").ToList();
        foreach (var line in said)
        {
            await clients[0].SayAsync(line);
        }

        // What has come back to ann was accepted; bob and cid have read none of it yet.
        foreach (var line in said)
        {
            Assert.Equal(line, await clients[0].ReadLineAsync());
        }

        hub.Signal(signal);

        Assert.Equal(["bye"], await clients[0].ReadToEndAsync());
        Assert.Equal([.. said, "bye"], await clients[1].ReadToEndAsync());
        Assert.Equal([.. said, "bye"], await clients[2].ReadToEndAsync());
        var (actual, _, errors) = await hub.ExitAsync();
        Assert.Equal((exitCode, ""), (actual, errors));
    }

    [Fact]
    public async Task Signal_WhileAllTalk_NoMessageReachesOnlySome()
    {
        await using var hub = await HubProcess.ServeAsync();
        var clients = await hub.JoinAsync("ann", "bob", "cid", "dot", "eve");

        var talking = clients.Select(TalkToTheEndAsync).ToList();
        using var witness = await TestClient.ConnectAsync(hub.Port);
        for (var count = 0; count < 1000; count++)
        {
            Assert.NotNull(await witness.ReadLineAsync());
        }

        hub.Signal(HubProcess.SigInt);

        Assert.Equal("bye", (await witness.ReadToEndAsync())[^1]);
        var heard = await talking[0];
        Assert.Equal("bye", heard[^1]);
        foreach (var lines in talking)
        {
            Assert.Equal(heard, await lines);
        }

        Assert.Equal(130, (await hub.ExitAsync()).ExitCode);
    }

    [Fact]
    public async Task Signal_WithClientsThatNeitherReadNorLeave_StillEnds()
    {
        await using var hub = await HubProcess.ServeAsync();
        var clients = await hub.JoinAsync("never reads", "ann", "bob");
        var line = new string('x', 60_000);
        for (var count = 0; count < 100; count++)
        {
            await clients[1].SayAsync(line);
            Assert.Equal(line, await clients[1].ReadLineAsync());
            Assert.Equal(line, await clients[2].ReadLineAsync());
        }

        hub.Signal(HubProcess.SigInt);

        // No client closes its side before the hub has ended.
        Assert.Equal("bye", await clients[1].ReadLineAsync());
        Assert.Equal("bye", await clients[2].ReadLineAsync());
        Assert.Equal(130, (await hub.ExitAsync()).ExitCode);
    }

    [Fact]
    public async Task Port_OfAHubThatJustEnded_CanBeTakenAgain()
    {
        await using var first = await HubProcess.ServeAsync();
        var clients = await first.JoinAsync("ann");
        first.Signal(HubProcess.SigInt);
        Assert.Equal(["bye"], await clients[0].ReadToEndAsync());
        await first.ExitAsync();

        await using var second = HubProcess.Start("--serve", $"{first.Port}");

        Assert.Equal($"listening on 127.0.0.1:{first.Port}", await second.ReadLineAsync());
    }

    /// <summary>Says one line after the other, each when the one before has come back.</summary>
    /// <returns>All that was heard until the hub hung up.</returns>
    static async Task<List<string>> TalkToTheEndAsync(TestClient client, int number)
    {
        var heard = new List<string>();
        for (var count = 0; ; count++)
        {
            var own = $"{number}: {count}";
            await client.SayAsync(own);
            do
            {
                if (await client.ReadLineAsync() is not { } line)
                {
                    return heard;
                }

                heard.Add(line);
            }
            while (heard[^1] != own);
        }
    }
}
