using HubSample.Coroutines;

namespace HubSample.Server;

/// <summary>
/// What one client is still to be sent. It is full at a limit, and then the senders wait for room; but a client that
/// leaves it more than half full for longer than the patience of the others is too slow for this hub.
/// </summary>
/// <param name="room">Woken when there is room again.</param>
/// <param name="tooSlow">Called when the patience has ended.</param>
sealed class Outbox(Signal room, Action tooSlow) : IDisposable
{
    const int Limit = 256 * 1024;
    const int MaxBatch = 64 * 1024;
    static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(500);

    readonly Queue<byte[]> _lines = [];
    readonly Signal _posted = new();
    TimerHandle? _patienceEnds;
    int _unsent;
    bool _isCompleted;

    public bool IsFull => _patienceEnds is not null;

    /// <summary>Never waits; false if nothing more can be sent to this client.</summary>
    public bool Post(byte[] line)
    {
        if (_isCompleted)
        {
            return false;
        }

        _lines.Enqueue(line);
        _unsent += line.Length;
        if (_unsent >= Limit && !IsFull)
        {
            _patienceEnds = EventLoop.Running.CallLater(_patience, tooSlow);
        }

        _posted.Wake();
        return true;
    }

    /// <summary>Nothing more follows, but perhaps a last word: <see cref="SendToAsync"/> ends when all is sent.</summary>
    public void Complete(byte[]? lastWord = null)
    {
        if (lastWord is not null)
        {
            Post(lastWord);
        }

        _isCompleted = true;
        _posted.Wake();
    }

    /// <summary>Sends what is posted, until the outbox is completed and empty.</summary>
    public async Coro SendToAsync(Connection connection)
    {
        while (true)
        {
            while (_lines.Count == 0)
            {
                if (_isCompleted)
                {
                    return;
                }

                await _posted.WaitAsync();
            }

            await SendSomeAsync(connection);
        }
    }

    /// <summary>The client is gone: nobody waits for it any longer.</summary>
    public void Dispose()
    {
        _isCompleted = true;
        _lines.Clear();
        _unsent = 0;
        MakeRoom();
    }

    /// <summary>Many short lines in one send: that is what makes a broadcast to many affordable.</summary>
    async Coro SendSomeAsync(Connection connection)
    {
        var length = 0;
        while (length < MaxBatch && _lines.TryDequeue(out var line))
        {
            connection.Write(line);
            length += line.Length;
        }

        await connection.FlushAsync();
        _unsent -= length;
        if (_unsent <= Limit / 2)
        {
            MakeRoom();
        }
    }

    void MakeRoom()
    {
        _patienceEnds?.Cancel();
        _patienceEnds = null;
        room.Wake();
    }
}
