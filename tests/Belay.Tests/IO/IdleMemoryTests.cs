using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Belay.Tests.Soak;
using Belay.Tests.Support;

namespace Belay.Tests.IO;

[Collection(SoakCollection.Name)]
public sealed class IdleMemoryTests
{
    [LinuxFact]
    public void Connections_Idle_TakeLessThanTenKilobytesEach() => HangGuard.Run(() =>
    {
        // Where each costs little a process costs much, so only many say something.
        var count = SoakCollection.IsLong ? 10_000 : 2_000;
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var program = Path.Combine(AppContext.BaseDirectory, "Belay.Tests.Program.dll");
        using var server = Process.Start(new ProcessStartInfo(host, ["exec", program, "serves-idle-clients"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var port = int.Parse(server.StandardOutput.ReadLine()!);
        var clients = new List<Socket>();
        try
        {
            for (var i = 0; i < count; i++)
            {
                var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                clients.Add(client);
                client.Connect(IPAddress.Loopback, port);
            }
            server.StandardInput.WriteLine(count);
            var grown = long.Parse(server.StandardOutput.ReadLine()!);
            Assert.InRange(grown / count, 1, 10_000);
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
            server.StandardInput.Close();
            server.WaitForExit();
        }
    });
}
