using System.Net.Sockets;
using System.Text;
using System.Text.Unicode;
using HubSample.Coroutines;
using HubSample.Net;

namespace HubSample.Server;

/// <summary>One client, from accept to close: its handler, with a group of its own. Whatever the client does costs only itself.</summary>
sealed class Connection
{
    /// <summary>Messages of one client that may be in hand at once; more stay in its socket, which is the back-pressure on it.</summary>
    const int MaxInHand = 16;

    /// <summary>How long a client may still send after its last line was said.</summary>
    static readonly TimeSpan _linger = TimeSpan.FromMilliseconds(300);
    static readonly byte[] _goodbye = "bye\n"u8.ToArray();

    readonly Socket _socket;
    readonly MessageHub _hub;
    readonly string _name;
    readonly SemaphoreSlim _inHand = new(MaxInHand);
    CoroTask? _handler;
    CoroTask? _incoming;
    CoroTask? _reading;

    public Connection(Socket socket, MessageHub hub, string name)
    {
        _socket = socket;
        _hub = hub;
        _name = name;
        Outbox = new Outbox(hub.Room, tooSlow: Drop);
    }

    public Outbox Outbox { get; }

    public async Coro HandleAsync()
    {
        _handler = Coro.CurrentTask;
        _hub.Join(this);
        try
        {
            await TaskGroup.Run(async group =>
            {
                _socket.NoDelay = true;
                _incoming = group.CreateTask(IncomingAsync(), $"{_name} incoming", eager: true);
                await Outbox.SendToAsync(_socket);
                await HangUpAsync();
            });
        }
        catch (ExceptionGroup failures)
        {
            // A broken connection is the client's affair, and nothing unusual. Anything else is a bug, and is passed on.
            failures.Handle<SocketException>(_ => { });
        }
        finally
        {
            _hub.Leave(this);
            Outbox.Dispose();
            _socket.Dispose();
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
        using var reader = new LineReader(_socket);
        CoroTask? last = null;
        while (await reader.ReadLineAsync() is { } line)
        {
            // The token here too: in a task that has asked for it, an await ends only when its operation does.
            await _inHand.WaitAsync(Coro.Token);
            last = messages.CreateTask(HandleAsync([.. line.Span, (byte)'\n'], last));
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
        _socket.Shutdown(SocketShutdown.Send);
        var limit = EventLoop.Running.CallLater(_linger, Drop);
        try
        {
            var waste = new byte[4096];
            while (await _socket.ReceiveAsync(waste, Coro.Token) > 0)
            {
                // An await of what is already there does not give up the turn, and a client that floods always has more.
                await Coro.Yield();
            }
        }
        finally
        {
            limit.Cancel();
        }
    }
}
