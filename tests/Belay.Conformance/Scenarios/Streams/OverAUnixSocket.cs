// The same over a socket in the file system.
using System.Text;

namespace Belay.Conformance.Scenarios.Streams;

static class OverAUnixSocket
{
    public static async Coro Main()
    {
        static async Coro Handle(Connection client) => await client.WriteAsync(await client.ReadExactlyAsync(4));

        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "socket");
            var server = await Server.StartUnixAsync(Handle, path);
            Log("file", File.Exists(path));
            var connection = await Connection.OpenUnixAsync(path);
            await connection.WriteAsync("ping");
            Log("answer", Encoding.UTF8.GetString(await connection.ReadToEndAsync()));
            await connection.CloseAsync();
            server.Close();
            try
            {
                await Connection.OpenUnixAsync(path);
            }
            catch (IOException)
            {
                Log("closed");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
