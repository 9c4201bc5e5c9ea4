using System.Net;

namespace HubSample.Clients;

/// <summary>Many clients, in acts: all come in, all talk, all leave. A group around each act is all it takes, for a group is left only when everyone in it is done.</summary>
static class Crowd
{
    public static async Coro TalkAsync(IPEndPoint hub, TimeSpan time, Ledger ledger)
    {
        var clients = Enumerable.Range(1, ledger.Clients).Select(number => new LoadClient(number, ledger)).ToList();
        try
        {
            await TaskGroup.Run(async receivers =>
            {
                await TogetherAsync(clients, client => client.ConnectAsync(hub));
                clients.ForEach(client => receivers.CreateTask(client.ReceiveAsync(), "receiver"));
                await TogetherAsync(clients, client => client.GreetAsync());

                var start = EventLoop.Running.Time;
                await TogetherAsync(clients, client => client.TalkAsync(start + time));
                ledger.TalkTime = EventLoop.Running.Time - start;

                // Not before the last has ended: whoever leaves is owed nothing more.
                clients.ForEach(client => client.HangUp());
            });
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }

    static Coro TogetherAsync(List<LoadClient> clients, Func<LoadClient, Coro> act) => TaskGroup.Run(group =>
    {
        foreach (var client in clients)
        {
            group.CreateTask(act(client));
        }

        return Coro.CompletedCoro;
    });
}
