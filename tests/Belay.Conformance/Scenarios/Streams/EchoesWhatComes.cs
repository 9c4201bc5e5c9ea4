// A server's handler reads what a client writes; each side sees the other's end of the stream, and addresses match.
using System.Net;
using System.Text;

namespace Belay.Conformance.Scenarios.Streams;

static class EchoesWhatComes
{
    public static async Coro Main()
    {
        var served = new Future<(bool AtEnd, EndPoint? Peer)>();

        async Coro Handle(Connection client)
        {
            var data = new byte[100];
            while (await client.ReadAsync(data) is var count and > 0) await client.WriteAsync(Encoding.UTF8.GetString(data, 0, count).ToUpperInvariant());
            await client.CloseAsync();
            served.SetResult((client.IsAtEnd, client.RemoteEndPoint));
        }

        var server = await Server.StartAsync(Handle, "127.0.0.1", 0);
        var connection = await Connection.OpenAsync("127.0.0.1", server.Port);
        var answer = new byte[100];
        foreach (var text in new[] { "one", "two" })
        {
            await connection.WriteAsync(text);
            Log("answer", Encoding.UTF8.GetString(answer, 0, await connection.ReadAsync(answer)));
        }
        Log("before", connection.IsAtEnd, connection.IsClosing, ((IPEndPoint)connection.RemoteEndPoint!).Port == server.Port);
        var close = Coro.CreateTask(connection.CloseAsync(), eager: true);
        Log("closing", connection.IsClosing);
        await close;
        var (atEnd, peer) = await served;
        Log("served", atEnd, Equals(peer, connection.LocalEndPoint));
        server.Close();
    }
}
