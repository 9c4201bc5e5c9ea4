using Belay.Tests.Support;

namespace Belay.Tests.IO;

/// <summary>What holds of connections and servers on every kind of loop: one that has a thread and one that borrows them wait for sockets in different ways.</summary>
public abstract class NetContract
{
    /// <summary>Fails the test if the error handler was called.</summary>
    private protected void Run(Func<Coro> main) => Assert.Empty(RunCollectingErrors(main));

    private protected abstract IReadOnlyList<LoopError> RunCollectingErrors(Func<Coro> main);

    private protected static IReadOnlyList<LoopError> OnThread(Func<Coro> main) => Loop.RunCollectingErrors(main);

    private protected static IReadOnlyList<LoopError> OnPool(Func<Coro> main)
    {
        var errors = new System.Collections.Concurrent.ConcurrentQueue<LoopError>();
        // On a thread of its own: the runner of the tests has a synchronization context, which the loop would come back to.
        HangGuard.Run(() => Coro.RunAsync(main(), new RunOptions { ErrorHandler = errors.Enqueue }).GetAwaiter().GetResult());
        return [.. errors];
    }

    /// <summary>A server on a port of its own, which is closed with its clients when the body has ended.</summary>
    private protected static async Coro WithServer(Func<Connection, Coro> handler, Func<Server, Coro> body, ServerOptions? options = null)
    {
        var server = await Server.StartAsync(handler, "127.0.0.1", 0, options);
        try
        {
            await body(server);
        }
        finally
        {
            server.AbortClients();
            await server.CloseAsync();
        }
    }

    /// <summary>Both ends of a connection. The server's handler waits until the body has ended.</summary>
    private protected static async Coro WithPair(Func<Connection, Connection, Coro> body, ConnectionOptions? options = null, ServerOptions? serverOptions = null)
    {
        var accepted = new Future<Connection>();
        var ended = new Future<bool>();
        await WithServer(async connection =>
        {
            accepted.SetResult(connection);
            await ended;
        }, async server =>
        {
            var client = await Connect(server, options);
            try
            {
                await body(client, await accepted);
            }
            finally
            {
                ended.SetResult(true);
                client.Abort();
            }
        }, serverOptions);
    }

    private protected static Coro<Connection> Connect(Server server, ConnectionOptions? options = null) => Connection.OpenAsync("127.0.0.1", server.Port, options);

    /// <summary>Sends everything back, until the other side has no more.</summary>
    private protected static async Coro Echo(Connection connection)
    {
        var buffer = new byte[64 * 1024];
        while (await connection.ReadAsync(buffer) is var count and > 0) await connection.WriteAsync(buffer.AsMemory(0, count));
        connection.CompleteWriting();
    }
}
