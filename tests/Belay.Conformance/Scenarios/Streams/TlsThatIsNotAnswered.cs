// start_tls with somebody who does not speak it fails, and the connection is closed.
namespace Belay.Conformance.Scenarios.Streams;

static class TlsThatIsNotAnswered
{
    public static async Coro Main()
    {
        static async Coro Handle(Connection client) => await client.WriteAsync(string.Concat(Enumerable.Repeat("what?", 10)));

        var server = await Server.StartAsync(Handle, "127.0.0.1", 0);
        var connection = await Connection.OpenAsync("127.0.0.1", server.Port);
        try
        {
            await connection.StartTlsAsync(new System.Net.Security.SslClientAuthenticationOptions { TargetHost = "localhost" });
        }
        catch (IOException)
        {
            Log("failed", connection.IsClosing);
        }
        server.Close();
    }
}
