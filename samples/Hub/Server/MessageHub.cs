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

    readonly HashSet<Client> _clients = [];

    public int Count => _clients.Count;

    /// <summary>Messages taken from clients: each is in the outbox of everyone who was in at that moment.</summary>
    public long Accepted { get; private set; }

    /// <summary>Outboxes these messages went to.</summary>
    public long Deliveries { get; private set; }

    public bool IsClosing { get; private set; }

    /// <summary>Woken when an outbox has room again.</summary>
    public Signal Room { get; } = new();

    public void Join(Client client) => _clients.Add(client);

    public void Leave(Client client) => _clients.Remove(client);

    /// <summary>
    /// Back-pressure: waits while any client is behind, so that nobody sends faster than all can read. That is no way to
    /// stall the hub, for a client that stays behind is dropped (see <see cref="Outbox"/>).
    /// Cancelled while it waits, it has sent to nobody; after that there is no await: all get the message, and all get
    /// their messages in the same order.
    /// </summary>
    public async Coro BroadcastAsync(byte[] line)
    {
        // Closing need not wait: what is still in hand is the last, and not much.
        while (!IsClosing && _clients.Any(client => client.Outbox.IsFull))
        {
            await Room.WaitAsync();
        }

        Accepted++;
        foreach (var client in _clients)
        {
            if (client.Outbox.Post(line))
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
        Client[] clients = [.. _clients];
        var deadline = EventLoop.Running.CallLater(_farewell, () => DropAll(clients));
        try
        {
            foreach (var client in clients)
            {
                client.StopReading();
            }

            // A good-bye is the last word: not before the messages of every client are in every outbox.
            foreach (var client in clients)
            {
                await client.QuietAsync();
            }

            foreach (var client in clients)
            {
                client.SayGoodbye();
            }

            foreach (var client in clients)
            {
                await client.GoneAsync();
            }
        }
        finally
        {
            deadline.Cancel();
        }
    }

    static void DropAll(Client[] clients)
    {
        foreach (var client in clients)
        {
            client.Drop();
        }
    }
}
