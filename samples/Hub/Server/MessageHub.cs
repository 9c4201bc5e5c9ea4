using HubSample.Coroutines;

namespace HubSample.Server;

/// <summary>
/// Who is connected, and what goes to all of them. Everything here runs on one loop, where the code between two awaits
/// is atomic: it needs no lock.
/// </summary>
sealed class MessageHub
{
    /// <summary>How long closing may take in all; who has not taken its good-bye by then is dropped.</summary>
    static readonly TimeSpan _farewell = TimeSpan.FromMilliseconds(600);

    readonly HashSet<Connection> _connections = [];

    public int Count => _connections.Count;

    /// <summary>Messages taken from clients: each is in the outbox of everyone who was in at that moment.</summary>
    public long Accepted { get; private set; }

    /// <summary>Outboxes these messages went to.</summary>
    public long Deliveries { get; private set; }

    public bool IsClosing { get; private set; }

    /// <summary>Woken when an outbox has room again.</summary>
    public Signal Room { get; } = new();

    public void Join(Connection connection) => _connections.Add(connection);

    public void Leave(Connection connection) => _connections.Remove(connection);

    /// <summary>
    /// Back-pressure: waits while any client is behind, so that nobody sends faster than all can read. That is no way to
    /// stall the hub, for a client that stays behind is dropped (see <see cref="Outbox"/>).
    /// Cancelled while it waits, it has sent to nobody; after that there is no await: all get the message, and all get
    /// their messages in the same order.
    /// </summary>
    public async Coro BroadcastAsync(byte[] line)
    {
        // Closing need not wait: what is still in hand is the last, and not much.
        while (!IsClosing && _connections.Any(connection => connection.Outbox.IsFull))
        {
            await Room.WaitAsync();
        }

        Accepted++;
        foreach (var connection in _connections)
        {
            if (connection.Outbox.Post(line))
            {
                Deliveries++;
            }
        }
    }

    /// <summary>No more is read; what was read is still delivered; then everyone is told good-bye, and leaves.</summary>
    public async Coro CloseAsync()
    {
        IsClosing = true;
        Room.Wake();
        // None can join any more, but all of them leave while this waits.
        Connection[] connections = [.. _connections];
        var deadline = EventLoop.Running.CallLater(_farewell, () => DropAll(connections));
        try
        {
            foreach (var connection in connections)
            {
                connection.StopReading();
            }

            // A good-bye is the last word: not before the messages of every client are in every outbox.
            foreach (var connection in connections)
            {
                await connection.QuietAsync();
            }

            foreach (var connection in connections)
            {
                connection.SayGoodbye();
            }

            foreach (var connection in connections)
            {
                await connection.GoneAsync();
            }
        }
        finally
        {
            deadline.Cancel();
        }
    }

    static void DropAll(Connection[] connections)
    {
        foreach (var connection in connections)
        {
            connection.Drop();
        }
    }
}
