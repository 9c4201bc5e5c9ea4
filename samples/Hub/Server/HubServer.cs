using HubSample.Coroutines;

namespace HubSample.Server;

/// <summary>
/// The server as a scope: it serves while the body runs, and closes in good order however the body ends.
/// <code>
/// main
/// ├─ listener                 for ever: in no group, owned here
/// └─ group of connections
///    ├─ client 1              handler
///    │  └─ its own group      incoming (a group again: the reader, a leaf for each message)
///    └─ client 2 …
/// </code>
/// </summary>
sealed class HubServer
{
    HubServer(MessageHub hub, CoroTask listening)
    {
        Hub = hub;
        Listening = listening;
    }

    public MessageHub Hub { get; }

    /// <summary>The listener's task: it never ends by itself.</summary>
    public CoroTask Listening { get; }

    public static Coro RunAsync(Listener listener, Func<HubServer, Coro> body) => TaskGroup.Run(async connections =>
    {
        var hub = new MessageHub();
        var listening = Coro.CreateTask(listener.AcceptAsync(connections, hub), "listener");
        try
        {
            await body(new HubServer(hub, listening));
        }
        finally
        {
            await listening.StopAsync();
            // Within the body: once it is left by a cancellation, the group cancels its connections
            // and what they still have to send would be lost.
            await hub.CloseAsync();
        }
    });
}
