using System.Net;
using HubSample.Clients;
using HubSample.Server;
using HubSample.Terminal;

namespace HubSample;

/// <summary>The hub and a crowd of clients that drive it, in one process and on one loop; then the reckoning.</summary>
static class LoadRun
{
    /// <summary>0 if the clients received every line they were owed, else 1.</summary>
    public static async Coro<int> RunAsync(int port, int clients, TimeSpan time, Screen screen)
    {
        var ledger = new Ledger(clients);
        await HubServer.RunAsync(port, async server =>
        {
            screen.Say($"{clients:N0} clients talk for {time.TotalSeconds:0.###} s over {server.EndPoint}");
            await LiveLine.WhileAsync(screen, server.Hub, () => Crowd.TalkAsync((IPEndPoint)server.EndPoint, time, ledger));
        });
        Summary.Print(screen, ledger);
        return ledger.IsSettled ? 0 : 1;
    }
}
