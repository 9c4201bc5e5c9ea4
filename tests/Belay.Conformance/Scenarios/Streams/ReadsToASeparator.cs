// readuntil gives the separator too, the first of several; what is longer than the limit stays in the stream; lines end with it as well.
using System.Text;

namespace Belay.Conformance.Scenarios.Streams;

static class ReadsToASeparator
{
    public static async Coro Main()
    {
        static async Coro Handle(Connection client) => await client.WriteAsync($"a;b,c\nsecond\nlast{new string('x', 20)};end");

        var server = await Server.StartAsync(Handle, "127.0.0.1", 0);
        var connection = await Connection.OpenAsync("127.0.0.1", server.Port, new() { Limit = 16 });
        Log("one", Encoding.UTF8.GetString(await connection.ReadUntilAsync(";"u8)));
        Log("several", Encoding.UTF8.GetString(await connection.ReadUntilAsync([";"u8.ToArray(), ","u8.ToArray()])));
        Log("line", await connection.ReadLineAsync());
        Log("line", await connection.ReadLineAsync());
        try
        {
            await connection.ReadUntilAsync(";"u8);
        }
        catch (LimitOverrunException)
        {
            Log("too long");
        }
        Log("still there", Encoding.UTF8.GetString(await connection.ReadExactlyAsync(24)));
        try
        {
            await connection.ReadUntilAsync("|;"u8);
        }
        catch (IncompleteReadException error)
        {
            Log("no separator", Encoding.UTF8.GetString(error.Partial));
        }
        await connection.CloseAsync();
        server.Close();
    }
}
