using System.Text;
using System.Text.Unicode;
using HubSample.Coroutines;
using HubSample.Net;

namespace HubSample.Server;

/// <summary>One client, from accept to close: its handler, with a group of its own. Whatever the client does costs only itself.</summary>
sealed class Client
{
    /// <summary>Messages of one client that may be in hand at once; more stay in its socket, which is the back-pressure on it.</summary>
    const int MaxInHand = 16;

    /// <summary>How long a client may still send after its last line was said.</summary>
    static readonly TimeSpan _linger = TimeSpan.FromMilliseconds(300);
    static readonly byte[] _goodbye = "bye\n"u8.ToArray();

    readonly Connection _connection;
    readonly MessageHub _hub;
    readonly string _name;
    readonly AsyncSemaphore _inHand = new(MaxInHand);
    CoroTask? _handler;
    CoroTask? _incoming;
    CoroTask? _reading;

    public Client(Connection connection, MessageHub hub, string name)
    {
        _connection = connection;
        _hub = hub;
        _name = name;
        Outbox = new Outbox(hub.Room, tooSlow: Drop);
    }

    public Outbox Outbox { get; }

    public async Coro HandleAsync()
    {
        if (_hub.IsClosing)
        {
            return;
        }

        _handler = Coro.CurrentTask;
        _hub.Join(this);
        try
        {
            await TaskGroup.Run(async group =>
            {
                _incoming = group.CreateTask(IncomingAsync(), $"{_name} incoming", eager: true);
                await Outbox.SendToAsync(_connection);
                await HangUpAsync();
            });
        }
        catch (ExceptionGroup failures)
        {
            // A broken connection is the client's affair, and nothing unusual. Anything else is a bug, and is passed on.
            failures.Handle<IOException>(_ => { });
        }
        finally
        {
            _hub.Leave(this);
            Outbox.Dispose();
        }
    }

    /// <summary>Ends this client at once, and nobody else: a child of a group that ends cancelled disturbs none of the others.</summary>
    public void Drop() => _handler?.Cancel();

    /// <summary>Cancels the reader alone: its siblings, the messages in hand, go on to their end.</summary>
    public void StopReading() => _reading?.Cancel();

    /// <summary>Waits until no message of this client is in hand, nor can be again.</summary>
    public Coro QuietAsync() => _incoming!.FinishedAsync();

    public void SayGoodbye() => Outbox.Complete(_goodbye);

    public Coro GoneAsync() => _handler!.FinishedAsync();

    async Coro IncomingAsync()
    {
        try
        {
            await TaskGroup.Run(messages =>
            {
                _reading = messages.CreateTask(ReadAsync(messages), $"{_name} reader");
                return Coro.CompletedCoro;
            });
            if (!_hub.IsClosing)
            {
                // The client has hung up its side. This ends the sending, once all that is due to it was sent.
                Outbox.Complete();
            }
        }
        catch (ExceptionGroup failures)
        {
            failures.Handle<BadLineException>(bad => Outbox.Complete(Encoding.UTF8.GetBytes($"error: {bad.InnerExceptions[0].Message}\n")));
        }
    }

    async Coro ReadAsync(TaskGroup messages)
    {
        CoroTask? last = null;
        while (await ReadLineAsync() is { } line)
        {
            await _inHand.AcquireAsync();
            last = messages.CreateTask(HandleAsync(line, last));
        }
    }

    /// <summary>The next line, with LF at its end; null once the client has hung up: what stood after its last line end is no line.</summary>
    async Coro<byte[]?> ReadLineAsync()
    {
        try
        {
            var line = await _connection.ReadUntilAsync("\n"u8);
            return line is [.. var text, (byte)'\r', (byte)'\n'] ? [.. text, (byte)'\n'] : line;
        }
        catch (IncompleteReadException)
        {
            return null;
        }
        catch (LimitOverrunException)
        {
            throw new BadLineException("line longer than 65536 bytes");
        }
    }

    async Coro HandleAsync(byte[] line, CoroTask? previous)
    {
        try
        {
            // Others must be able to rely on what they are sent: one that decodes strictly would fail for this client's fault.
            if (!Utf8.IsValid(line) || line.AsSpan().Contains((byte)0))
            {
                throw new BadLineException("not a line of UTF-8 text");
            }

            if (previous is not null)
            {
                // Several are in hand at once, but the messages of one client stay in their order.
                await previous.FinishedAsync();
            }

            await _hub.BroadcastAsync(line);
        }
        finally
        {
            _inHand.Release();
        }
    }

    /// <summary>
    /// Closing with input unread would reset the connection, and the client could lose the last lines that were sent to
    /// it. So what still comes is thrown away until the client hangs up too, or its time is over.
    /// </summary>
    async Coro HangUpAsync()
    {
        _connection.CompleteWriting();
        var limit = EventLoop.Running.CallLater(_linger, Drop);
        try
        {
            var waste = new byte[4096];
            while (await _connection.ReadAsync(waste) > 0)
            {
            }
        }
        finally
        {
            limit.Cancel();
        }
    }
}
