using System.Net;
using System.Net.Sockets;
using Belay.Tests.Support;

namespace Belay.Tests.IO;

public abstract class ServerContract : NetContract
{
    [Fact]
    public void Handler_Ended_ClosesItsConnection() => Run(() => WithServer(
        async connection => await connection.WriteAsync("hello\n"),
        async server =>
        {
            var client = await Connect(server);
            Assert.Equal("hello\n", (await client.ReadToEndAsync()).Text());
            await client.CloseAsync();
        }));

    [Fact]
    public void Handler_Failing_IsReportedAndClosesOnlyItsConnection()
    {
        var boom = new Boom();
        var errors = RunCollectingErrors(() => WithServer(async connection =>
        {
            if (await connection.ReadLineAsync() == "boom") throw boom;
            await connection.WriteAsync("fine\n");
        }, async server =>
        {
            var (bad, good) = (await Connect(server), await Connect(server));
            await bad.WriteAsync("boom\n");
            Assert.Equal(0, await bad.ReadAsync(new byte[1]));
            await good.WriteAsync("go on\n");
            Assert.Equal("fine", await good.ReadLineAsync());
            Assert.True(server.IsServing);
            await bad.CloseAsync();
            await good.CloseAsync();
        }));

        var error = Assert.Single(errors);
        Assert.Same(boom, error.Exception);
        Assert.Matches(@"^The handler of a connection from 127\.0\.0\.1:\d+ failed$", error.Message);
    }

    [Fact]
    public void Handler_Cancelled_IsSilent() => Run(() => WithServer(_ => throw new CancelledException(), async server =>
    {
        var client = await Connect(server);
        Assert.Equal(0, await client.ReadAsync(new byte[1]));
        client.Abort();
    }));

    [Fact]
    public void Close_WithClientsIn_TakesNoMoreAndWaitsForThose() => Run(async () =>
    {
        var leave = new Future<bool>();
        var server = await Server.StartAsync(async connection =>
        {
            await connection.WriteAsync("in\n");
            await leave;
        }, "127.0.0.1", 0);
        var client = await Connect(server);
        Assert.Equal("in", await client.ReadLineAsync());

        var closing = Coro.CreateTask(server.CloseAsync());
        var waiting = Coro.CreateTask(server.WaitClosedAsync());
        await Loop.Turns(5);
        Assert.Equal((false, false, false, 1), (server.IsServing, closing.IsDone, waiting.IsDone, server.ConnectionCount));
        await Expect.Throws<IOException>(() => Connect(server));

        leave.SetResult(true);
        await closing;
        await waiting;
        await server.WaitClosedAsync();
        Assert.Equal(0, server.ConnectionCount);
        client.Abort();
    });

    [Fact]
    public void Close_Cancelled_CancelsTheHandlersAndWaitsForThem() => Run(async () =>
    {
        var cleanedUp = 0;
        var server = await Server.StartAsync(async connection =>
        {
            await connection.WriteAsync("in\n");
            try
            {
                await connection.ReadLineAsync();
            }
            finally
            {
                await Loop.Turns(3);
                cleanedUp++;
            }
        }, "127.0.0.1", 0);
        var client = await Connect(server);
        await client.ReadLineAsync();
        var closing = Coro.CreateTask(server.CloseAsync());
        await Coro.Yield();

        closing.Cancel();
        await Expect.Throws<CancelledException>(closing);

        Assert.Equal((1, 0), (cleanedUp, server.ConnectionCount));
        Assert.Equal(0, await client.ReadAsync(new byte[1]));
        client.Abort();
    });

    [Fact]
    public void ServeForever_Cancelled_ClosesEverything() => Run(async () =>
    {
        var server = await Server.StartAsync(connection => connection.ReadLineAsync(), "127.0.0.1", 0);
        var serving = Coro.CreateTask(server.ServeForeverAsync());
        var client = await Connect(server);
        while (server.ConnectionCount == 0) await Coro.Yield();

        serving.Cancel();
        await Expect.Throws<CancelledException>(serving);

        Assert.False(server.IsServing);
        Assert.Equal(0, await client.ReadAsync(new byte[1]));
        await Expect.Throws<InvalidOperationException>(() => server.ServeForeverAsync());
        client.Abort();
    });

    [Fact]
    public void ServeForever_WhenTheServerIsClosed_Ends() => Run(async () =>
    {
        var server = await Server.StartAsync(_ => Coro.CompletedCoro, "127.0.0.1", 0);
        var serving = Coro.CreateTask(server.ServeForeverAsync());
        await Coro.Yield();

        server.Close();
        server.Close();
        await serving;
    });

    [Fact]
    public void CloseClients_WithSomethingWritten_SendsItFirst() => Run(async () =>
    {
        var handler = new Future<string?>();
        var written = new Future<bool>();
        var server = await Server.StartAsync(async connection =>
        {
            connection.Write(new string('x', 2_000_000));
            written.SetResult(true);
            handler.SetResult(await connection.ReadLineAsync());
        }, "127.0.0.1", 0);
        var client = await Connect(server);
        await written;

        server.Close();
        server.CloseClients();

        Assert.Equal(2_000_000, (await client.ReadToEndAsync()).Length);
        Assert.Null(await handler);
        await server.WaitClosedAsync();
        await client.CloseAsync();
    });

    [Fact]
    public void AbortClients_WithSomethingWritten_DropsIt() => Run(async () =>
    {
        var written = new Future<bool>();
        var server = await Server.StartAsync(async connection =>
        {
            connection.Write(new string('x', 20_000_000));
            written.SetResult(true);
            await Expect.Throws<IOException>(() => connection.FlushAsync());
        }, "127.0.0.1", 0);
        var client = await Connect(server);
        await written;
        await Coro.Yield();

        server.AbortClients();
        await server.CloseAsync();

        await Expect.Throws<IOException>(() => client.ReadToEndAsync());
        client.Abort();
    });

    [Fact]
    public void Start_OnAPortInUse_SaysSo() => Run(() => WithServer(_ => Coro.CompletedCoro, async server =>
    {
        var failure = await Expect.Throws<IOException>(() => Server.StartAsync(_ => Coro.CompletedCoro, "127.0.0.1", server.Port));

        Assert.Equal(
            $"127.0.0.1:{server.Port} is in use, probably by another server that still runs: stop it, or listen on another port (0 takes a free one).",
            failure.Message);
        Assert.Equal(SocketError.AddressAlreadyInUse, Assert.IsType<SocketException>(failure.InnerException).SocketErrorCode);
    }));

    [Fact]
    public void Start_OnAPortWhoseServerHasJustEnded_Works() => Run(async () =>
    {
        var port = 0;
        for (var i = 0; i < 3; i++)
        {
            var server = await Server.StartAsync(connection => connection.WriteAsync("hello\n"), "127.0.0.1", port);
            port = server.Port;
            var client = await Connect(server);
            await client.ReadToEndAsync();
            await client.CloseAsync();
            await server.CloseAsync();
        }
    });

    [Fact]
    public void Start_OnAnAddressOfAnother_SaysSo() => Run(async () =>
    {
        var failure = await Expect.Throws<IOException>(() => Server.StartAsync(_ => Coro.CompletedCoro, "192.0.2.1", 0));

        Assert.Contains("is not an address of this machine", failure.Message);
    });

    [Fact]
    public void Start_WithoutAHost_TakesClientsOfBothKinds() => Run(async () =>
    {
        var server = await Server.StartAsync(connection => connection.WriteAsync("hello\n"), null, 0);
        foreach (var host in Socket.OSSupportsIPv6 ? new[] { "127.0.0.1", "::1" } : ["127.0.0.1"])
        {
            var client = await Connection.OpenAsync(host, server.Port);
            Assert.Equal("hello", await client.ReadLineAsync());
            await client.CloseAsync();
        }
        await server.CloseAsync();
    });

    [Fact]
    public void Start_OnAName_ListensOnAllItsAddressesWithOnePort() => Run(async () =>
    {
        var server = await Server.StartAsync(connection => connection.WriteAsync("hello\n"), "localhost", 0);
        Assert.All(server.EndPoints, endPoint => Assert.Equal(server.Port, ((IPEndPoint)endPoint).Port));

        var client = await Connection.OpenAsync("localhost", server.Port);
        Assert.Equal("hello", await client.ReadLineAsync());
        await client.CloseAsync();
        await server.CloseAsync();
    });

    [Fact]
    public void MaxConnections_Reached_LetsOthersWait() => Run(async () =>
    {
        var most = 0;
        Server server = null!;
        server = await Server.StartAsync(async connection =>
        {
            most = Math.Max(most, server.ConnectionCount);
            await connection.WriteAsync("in\n");
            await connection.ReadLineAsync();
        }, "127.0.0.1", 0, new ServerOptions { MaxConnections = 3 });

        await TaskGroup.Run(group =>
        {
            for (var i = 0; i < 12; i++) group.CreateTask(Visit());
            return Coro.CompletedCoro;
        });
        await server.CloseAsync();

        Assert.Equal(3, most);

        async Coro Visit()
        {
            var client = await Connect(server);
            Assert.Equal("in", await client.ReadLineAsync());
            await client.WriteAsync("bye\n");
            Assert.Equal(0, await client.ReadAsync(new byte[1]));
            await client.CloseAsync();
        }
    });

    [Fact]
    public void Handlers_OfManyClients_RunBesideEachOther() => Run(() => WithServer(async connection =>
    {
        await foreach (var line in connection.ReadLinesAsync()) await connection.WriteAsync(line + "\n");
    }, async server =>
    {
        await TaskGroup.Run(group =>
        {
            for (var i = 0; i < 100; i++) group.CreateTask(Talk(i));
            return Coro.CompletedCoro;
        });

        async Coro Talk(int number)
        {
            var client = await Connect(server);
            for (var i = 0; i < 20; i++)
            {
                await client.WriteAsync($"{number} {i}\n");
                Assert.Equal($"{number} {i}", await client.ReadLineAsync());
            }
            await client.CloseAsync();
        }
    }));

    [Fact]
    public void Context_OfTheStart_IsSeenByHandlers() => Run(async () =>
    {
        var variable = new ContextVar<string>("who") { Value = "starter" };
        var seen = new Future<string>();
        await WithServer(connection =>
        {
            seen.SetResult(variable.Value);
            return Coro.CompletedCoro;
        }, async server =>
        {
            variable.Value = "other";
            var client = await Connect(server);
            Assert.Equal("starter", await seen);
            client.Abort();
        });
    });
}

public sealed class ServerOnThreadTests : ServerContract
{
    private protected override IReadOnlyList<LoopError> RunCollectingErrors(Func<Coro> main) => OnThread(main);
}

public sealed class ServerOnPoolTests : ServerContract
{
    private protected override IReadOnlyList<LoopError> RunCollectingErrors(Func<Coro> main) => OnPool(main);
}
