using Belay.Tests.Support;

namespace Belay.Tests.IO;

public sealed class UnixSocketTests : IDisposable
{
    readonly string _path = Path.Combine(Path.GetTempPath(), $"belay-{Guid.NewGuid():N}");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Echo_OverAUnixSocket_IsWhole() => Loop.Run(async () =>
    {
        var server = await Server.StartUnixAsync(EchoLines, _path);
        var client = await Connection.OpenUnixAsync(_path);
        for (var i = 0; i < 10; i++)
        {
            await client.WriteAsync($"{i} {new string('x', 50_000)}\n");
            Assert.Equal($"{i} {new string('x', 50_000)}", await client.ReadLineAsync());
        }
        await client.CloseAsync();
        await server.CloseAsync();

        Assert.False(File.Exists(_path));
    });

    [Fact]
    public void Port_OfAUnixServer_IsAMistake() => Loop.Run(async () =>
    {
        var server = await Server.StartUnixAsync(EchoLines, _path);
        Assert.Throws<InvalidOperationException>(() => server.Port);
        Assert.Equal(_path, Assert.Single(server.EndPoints).ToString());
        await server.CloseAsync();
    });

    [Fact]
    public void Open_WhereNobodyListens_SaysWhere() => Loop.Run(async () =>
        Assert.StartsWith($"{_path} could not be reached.", (await Expect.Throws<IOException>(() => Connection.OpenUnixAsync(_path))).Message));

    [Fact]
    public void Start_WhereAServerListens_SaysSo() => Loop.Run(async () =>
    {
        var server = await Server.StartUnixAsync(EchoLines, _path);

        Assert.Contains("is in use", (await Expect.Throws<IOException>(() => Server.StartUnixAsync(EchoLines, _path))).Message);

        var client = await Connection.OpenUnixAsync(_path);
        await client.CloseAsync();
        await server.CloseAsync();
    });

    [UnixFact]
    public void Start_WhereAKilledServerHasLeftItsFile_ReplacesIt()
    {
        using (var dead = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, 0))
        {
            dead.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(_path + ".dead"));
            File.Move(_path + ".dead", _path);      // so that closing it leaves it there
        }
        Assert.True(File.Exists(_path));

        Loop.Run(async () =>
        {
            var server = await Server.StartUnixAsync(EchoLines, _path);
            await (await Connection.OpenUnixAsync(_path)).CloseAsync();
            await server.CloseAsync();
        });
    }

    [UnixFact]
    public void Start_WhereAFileIs_LeavesItAlone()
    {
        File.WriteAllText(_path, "precious");

        Loop.Run(async () => await Expect.Throws<IOException>(() => Server.StartUnixAsync(EchoLines, _path)));

        Assert.Equal("precious", File.ReadAllText(_path));
    }

    static async Coro EchoLines(Connection connection)
    {
        await foreach (var line in connection.ReadLinesAsync()) await connection.WriteAsync(line + "\n");
    }
}
