// readexactly waits for so many bytes; if the stream ends before, what came is in the error. read() goes on to the end.
using System.Text;

namespace Belay.Conformance.Scenarios.Streams;

static class ReadsSoMuch
{
    public static async Coro Main()
    {
        static async Coro Handle(Connection client)
        {
            foreach (var piece in new[] { "ab", "cd", "efg" }) await client.WriteAsync(piece);
        }

        var server = await Server.StartAsync(Handle, "127.0.0.1", 0);
        var connection = await Connection.OpenAsync("127.0.0.1", server.Port);
        Log("none", (await connection.ReadExactlyAsync(0)).Length);
        Log("three", Encoding.UTF8.GetString(await connection.ReadExactlyAsync(3)));
        try
        {
            await connection.ReadExactlyAsync(5);
        }
        catch (IncompleteReadException error)
        {
            Log("too few", Encoding.UTF8.GetString(error.Partial), error.Expected);
        }
        Log("the end", connection.IsAtEnd, await connection.ReadAsync(new byte[1]));
        await connection.CloseAsync();

        connection = await Connection.OpenAsync("127.0.0.1", server.Port);
        Log("first", Encoding.UTF8.GetString(await connection.ReadExactlyAsync(1)));
        Log("the rest", Encoding.UTF8.GetString(await connection.ReadToEndAsync()));
        await connection.CloseAsync();
        server.Close();
    }
}
