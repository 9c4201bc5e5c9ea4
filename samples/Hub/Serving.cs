using HubSample.Server;
using HubSample.Terminal;

namespace HubSample;

/// <summary>The hub for clients from outside, until Ctrl-C.</summary>
static class Serving
{
    public static Coro RunAsync(Listener listener, Screen screen) => HubServer.RunAsync(listener, async server =>
    {
        screen.Say($"listening on {listener.EndPoint}");
        await LiveLine.WhileAsync(screen, server.Hub, async () =>
        {
            // The listener never ends by itself. Ctrl-C cancels this task, and with it what it waits for;
            // and should the listener fail, the failure comes out here.
            await server.Listening;
        });
    });
}
