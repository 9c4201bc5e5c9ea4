using HubSample.Server;
using HubSample.Terminal;

namespace HubSample;

/// <summary>The hub for clients from outside, until Ctrl-C.</summary>
static class Serving
{
    public static Coro RunAsync(int port, Screen screen) => HubServer.RunAsync(port, async server =>
    {
        screen.Say($"listening on {server.EndPoint}");
        await LiveLine.WhileAsync(screen, server.Hub, server.WaitAsync);
    });
}
