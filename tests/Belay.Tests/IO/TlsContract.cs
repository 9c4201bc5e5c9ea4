using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Belay.Tests.Support;

namespace Belay.Tests.IO;

public abstract class TlsContract : NetContract
{
    static ServerOptions Serving => new() { Tls = Certificates.Server };

    static ConnectionOptions Trusting => new() { Tls = Certificates.TrustingClient };

    static Coro<Connection> Open(Server server, ConnectionOptions? options = null) => Connection.OpenAsync("localhost", server.Port, options ?? Trusting);

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(200_000)]
    public void Echo_OverTls_IsWhole(int size) => Run(() => WithServer(Echo, async server =>
    {
        var client = await Open(server);
        Assert.NotNull(client.Tls);
        var message = Enumerable.Range(0, size).Select(i => (byte)(i * 7)).ToArray();
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Write(client, message));
            for (var i = 0; i < 10; i++) Assert.Equal(message, await client.ReadExactlyAsync(size));
        });
        await client.CloseAsync();
    }, Serving));

    [Fact]
    public void Close_OverTls_IsSeenAsTheEnd() => Run(() => WithServer(
        async connection => await connection.WriteAsync("hello\n"),
        async server =>
        {
            var client = await Open(server);
            Assert.Equal("hello\n", (await client.ReadToEndAsync()).Text());
            await client.CloseAsync();
        }, Serving));

    [Fact]
    public void CompleteWriting_OverTls_LeavesTheOtherDirectionOpen() => Run(() => WithServer(
        async connection => await connection.WriteAsync(await connection.ReadToEndAsync()),
        async server =>
        {
            var client = await Open(server);
            client.Write("question");
            client.CompleteWriting();
            Assert.Equal("question", (await client.ReadToEndAsync()).Text());
            await client.CloseAsync();
        }, Serving));

    [Fact]
    public void Read_CancelledOverTls_LosesNoByte() => Run(() => WithServer(Echo, async server =>
    {
        var client = await Open(server);
        for (var i = 0; i < 50; i++)
        {
            var reading = Coro.CreateTask(client.ReadExactlyAsync(8));
            await client.WriteAsync($"{i:0000}");
            await Loop.Turns(i % 7);
            reading.Cancel();
            await Expect.Throws<CancelledException>(reading);
            await client.WriteAsync("abcd");
            Assert.Equal($"{i:0000}abcd", (await client.ReadExactlyAsync(8)).Text());
        }
        await client.CloseAsync();
    }, Serving));

    [Fact]
    public void Open_WithACertificateThatIsNotTrusted_Fails() => Run(() => WithServer(Echo, async server =>
    {
        var failure = await Expect.Throws<IOException>(() => Open(server, new ConnectionOptions { Tls = new() }));

        Assert.IsType<AuthenticationException>(failure.InnerException);
        Assert.StartsWith("TLS with ", failure.Message);
    }, Serving));

    [Fact]
    public void Open_WithAnotherNameThanTheCertificates_Fails() => Run(() => WithServer(Echo, async server =>
    {
        var tls = Certificates.TrustingClient;
        tls.TargetHost = "example.org";
        await Expect.Throws<IOException>(() => Open(server, new ConnectionOptions { Tls = tls }));
        Assert.Equal("example.org", tls.TargetHost);
    }, Serving));

    [Fact]
    public void Client_ThatSpeaksNoTls_IsDroppedInSilence() => Run(() => WithServer(_ => throw new Boom(), async server =>
    {
        var client = await Connection.OpenAsync("localhost", server.Port);
        await client.WriteAsync("GET / HTTP/1.0\r\n\r\n");
        try
        {
            await client.ReadToEndAsync();
        }
        catch (IOException)
        {
            // A reset, if the server had not read all of it.
        }
        client.Abort();
        while (server.ConnectionCount > 0) await Coro.Sleep(TimeSpan.FromMilliseconds(1));
    }, Serving));

    [Fact]
    public void Client_ThatIsTooSlowWithItsHandshake_IsDropped() => Run(() => WithServer(_ => throw new Boom(), async server =>
    {
        var client = await Connection.OpenAsync("localhost", server.Port);
        try
        {
            Assert.Equal(0, await client.ReadAsync(new byte[1]));
        }
        catch (IOException)
        {
            // As above.
        }
        client.Abort();
    }, Serving with { TlsHandshakeTimeout = TimeSpan.FromMilliseconds(20) }));

    [Fact]
    public void Server_ThatAsksForACertificate_GetsTheClients()
    {
        var server = Certificates.Server;
        server.ClientCertificateRequired = true;
        server.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        var client = Certificates.TrustingClient;
        client.ClientCertificates = [Certificates.Client];

        Run(() => WithServer(
            async connection => await connection.WriteAsync(connection.Tls!.RemoteCertificate!.Subject + "\n"),
            async running =>
            {
                var connection = await Open(running, new ConnectionOptions { Tls = client });
                Assert.Equal("CN=a client", await connection.ReadLineAsync());
                await connection.CloseAsync();
            }, new ServerOptions { Tls = server }));
    }

    [Fact]
    public void StartTls_AfterWordsInTheClear_GoesOnInTls() => Run(() => WithServer(async connection =>
    {
        Assert.Equal("starttls", await connection.ReadLineAsync());
        await connection.WriteAsync("go ahead\n");
        await connection.StartTlsAsync(Certificates.Server);
        await connection.WriteAsync($"secret {await connection.ReadLineAsync()}\n");
    }, async server =>
    {
        var client = await Connect(server);
        await client.WriteAsync("starttls\n");
        Assert.Equal("go ahead", await client.ReadLineAsync());
        var tls = Certificates.TrustingClient;
        tls.TargetHost = "localhost";
        await client.StartTlsAsync(tls);
        await Expect.Throws<InvalidOperationException>(() => client.StartTlsAsync(tls));
        await client.WriteAsync("word\n");
        Assert.Equal("secret word", await client.ReadLineAsync());
        await client.CloseAsync();
    }));

    [Fact]
    public void StartTls_WithSomethingUnreadInTheClear_IsRefused() => Run(() => WithServer(async connection =>
    {
        await connection.ReadLineAsync();
        await Expect.Throws<InvalidOperationException>(() => connection.StartTlsAsync(Certificates.Server));
    }, async server =>
    {
        var client = await Connect(server);
        await client.WriteAsync("starttls\nrcpt to: someone else\n");
        try
        {
            await client.ReadToEndAsync();
        }
        catch (IOException)
        {
            // It was dropped with something unread.
        }
        client.Abort();
    }));

    [Fact]
    public void StartTls_Cancelled_AbortsTheConnection() => Run(() => WithPair(async (client, server) =>
    {
        var tls = Certificates.TrustingClient;
        tls.TargetHost = "localhost";
        var starting = Coro.CreateTask(client.StartTlsAsync(tls));
        Assert.Equal(1, await server.ReadAsync(new byte[1]));
        starting.Cancel();
        await Expect.Throws<CancelledException>(starting);

        Assert.True(client.IsClosing);
        Assert.IsType<SocketException>((await Expect.Throws<IOException>(() => server.ReadToEndAsync())).InnerException);
    }));

    static async Coro Write(Connection client, byte[] message)
    {
        for (var i = 0; i < 10; i++) await client.WriteAsync(message);
    }
}

public sealed class TlsOnThreadTests : TlsContract
{
    private protected override IReadOnlyList<LoopError> RunCollectingErrors(Func<Coro> main) => OnThread(main);
}

public sealed class TlsOnPoolTests : TlsContract
{
    private protected override IReadOnlyList<LoopError> RunCollectingErrors(Func<Coro> main) => OnPool(main);
}
