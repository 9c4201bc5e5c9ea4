// write_eof ends this side's output; the other side reads it all and can still answer.
using System.Text;

namespace Belay.Conformance.Scenarios.Streams;

static class EndsOneHalf
{
    public static async Coro Main()
    {
        static async Coro Handle(Connection client) => await client.WriteAsync($"{(await client.ReadToEndAsync()).Length}");

        var server = await Server.StartAsync(Handle, "127.0.0.1", 0);
        var connection = await Connection.OpenAsync("127.0.0.1", server.Port);
        foreach (var piece in new[] { "one", "two", "three" }) connection.Write(piece);
        connection.CompleteWriting();
        Log("answer", Encoding.UTF8.GetString(await connection.ReadToEndAsync()));
        await connection.CloseAsync();
        server.Close();
    }
}
