namespace HubSample.Clients;

/// <summary>What the clients sent and what came back to them, counted on their side only.</summary>
sealed class Ledger(int clients)
{
    public int Clients => clients;

    public long Messages { get; private set; }

    /// <summary>Lines that are owed: every message to every client, its sender included.</summary>
    public long Sent => Messages * clients;

    public long Received { get; private set; }

    /// <summary>From the first message to the return of the last.</summary>
    public TimeSpan TalkTime { get; set; }

    public bool IsSettled => Sent == Received;

    public void MessageSent() => Messages++;

    public void LineReceived() => Received++;
}
