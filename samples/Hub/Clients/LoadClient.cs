using System.Net;
using System.Text.Unicode;
using HubSample.Coroutines;

namespace HubSample.Clients;

/// <summary>A client that sends a message, waits until it has come back, and sends the next.</summary>
sealed class LoadClient(int number, Ledger ledger) : IDisposable
{
    Connection? _connection;
    readonly Signal _returned = new();
    readonly byte[] _line = new byte[64];
    int _lineLength;
    bool _isWaiting;
    bool _hasHungUp;

    static ReadOnlySpan<byte> Greeting => "hello from "u8;

    public async Coro ConnectAsync(IPEndPoint hub) => _connection = await Connection.OpenAsync($"{hub.Address}", hub.Port);

    /// <summary>A client whose own line has come back is in for certain. Greetings are not counted, for who hears them is chance.</summary>
    public async Coro GreetAsync()
    {
        Utf8.TryWrite(_line, $"hello from client {number}\n", out _lineLength);
        await SayAsync();
    }

    public async Coro TalkAsync(TimeSpan until)
    {
        for (var count = 1; EventLoop.Running.Time < until; count++)
        {
            Utf8.TryWrite(_line, $"client {number}, message {count}\n", out _lineLength);
            ledger.MessageSent();
            await SayAsync();
        }
    }

    /// <summary>Receives until the hub hangs up.</summary>
    /// <exception cref="IOException">The hub hung up first.</exception>
    public async Coro ReceiveAsync()
    {
        while (await _connection!.ReadLineBytesAsync() is { } line)
        {
            Take(line.Span);
        }

        if (!_hasHungUp)
        {
            throw new IOException($"The hub hung up on client {number}.");
        }
    }

    /// <summary>No more is sent; the hub then sends what is left and hangs up too.</summary>
    public void HangUp()
    {
        _hasHungUp = true;
        _connection!.CompleteWriting();
    }

    public void Dispose() => _connection?.Abort();

    /// <summary>Sends the line and waits for it to come back: by then it is on its way to everyone.</summary>
    async Coro SayAsync()
    {
        _isWaiting = true;
        await _connection!.WriteAsync(_line.AsMemory(0, _lineLength));
        while (_isWaiting)
        {
            await _returned.WaitAsync();
        }
    }

    void Take(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith(Greeting))
        {
            ledger.LineReceived();
        }

        if (_isWaiting && line.SequenceEqual(_line.AsSpan(0, _lineLength - 1)))
        {
            _isWaiting = false;
            _returned.Wake();
        }
    }
}
