using System.Net.Sockets;
using Belay.Tests.Support;

namespace Belay.Tests.IO;

/// <summary>
/// Senders that have to wait. UDP over the loopback interface never lets them; datagrams between sockets of a file do, when the receiver has enough.
/// </summary>
public sealed class DatagramSenderTests : IDisposable
{
    readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("belay");
    readonly Socket _receiving = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
    readonly Socket _sending = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);

    public DatagramSenderTests()
    {
        if (OperatingSystem.IsWindows()) return;        // it has no such sockets; the tests do not run there
        var address = new UnixDomainSocketEndPoint(Path.Combine(_directory.FullName, "receiver"));
        _receiving.Bind(address);
        _sending.Connect(address);
    }

    public void Dispose()
    {
        _receiving.Dispose();
        _sending.Dispose();
        _directory.Delete(recursive: true);
    }

    [UnixFact]
    public void SendAsync_SystemIsFull_WaitsAndKeepsTheOrder() => Loop.Run(async () =>
    {
        var tasks = new List<CoroTask>();
        await FillUp(Make(), tasks);
        for (var i = 0; i < tasks.Count; i++) Assert.Equal(i, await ReceiveInTime());
        await Coro.Gather(tasks);
    });

    [UnixFact]
    public void SendAsync_CancelledInFlight_IsSentAllTheSame() => Loop.Run(async () =>
    {
        var tasks = new List<CoroTask>();
        await FillUp(Make(), tasks);
        var inFlight = tasks.FindIndex(task => !task.IsDone);
        tasks[inFlight].Cancel();
        await Expect.Throws<CancelledException>(tasks[inFlight]);
        for (var i = 0; i < tasks.Count; i++) Assert.Equal(i, await ReceiveInTime());
        await Coro.Wait(tasks);
    });

    [UnixFact]
    public void SendAsync_CancelledBehindOthers_IsNotSentAndTheNextIs() => Loop.Run(async () =>
    {
        var tasks = new List<CoroTask>();
        await FillUp(Make(), tasks);
        var behind = tasks.FindIndex(task => !task.IsDone) + 1;
        tasks[behind].Cancel();
        await Expect.Throws<CancelledException>(tasks[behind]);
        for (var i = 0; i < tasks.Count; i++)
            if (i != behind) Assert.Equal(i, await ReceiveInTime());
        await Coro.Wait(tasks);
    });

    [UnixFact]
    public void SendAsync_TheOneThatWasWokenIsCancelled_TheNextIsSent() => Loop.Run(async () =>
    {
        var woken = -1;
        var tasks = new List<CoroTask>();
        // The one in flight and the one behind it are woken together, and run in that order.
        await FillUp(Make(), tasks, sent =>
        {
            if (sent == woken - 1) tasks[woken].Cancel();
        });
        woken = tasks.FindIndex(task => !task.IsDone) + 1;
        for (var i = 0; i < tasks.Count; i++)
            if (i != woken) Assert.Equal(i, await ReceiveInTime());
        await Coro.Wait(tasks);
        Assert.True(tasks[woken].IsCancelled);
    });

    [UnixFact]
    public void Close_WhileSendersWait_TheyThrow() => Loop.Run(async () =>
    {
        var sender = Make();
        var tasks = new List<CoroTask>();
        await FillUp(sender, tasks);
        sender.Close();
        _sending.Dispose();
        foreach (var task in tasks.FindAll(task => !task.IsDone)) await Expect.Throws<ObjectDisposedException>(task);
    });

    DatagramSender Make() => new(EventLoop.Running, _sending, isConnected: true, new DatagramReceiver(EventLoop.Running, _receiving, isConnected: true, 16));

    /// <summary>Sends numbers until there is one in flight and three behind it.</summary>
    static async Coro FillUp(DatagramSender sender, List<CoroTask> tasks, Action<int>? sent = null)
    {
        while (tasks.Count(task => !task.IsDone) < 4)
        {
            tasks.Add(Coro.CreateTask(Send(tasks.Count)));
            await Loop.Turns(2);
        }

        async Coro Send(int number)
        {
            await DatagramSendFrame.Make(sender, new[] { (byte)number }, null);
            sent?.Invoke(number);
        }
    }

    /// <summary>The next number, when the senders have got so far.</summary>
    async Coro<int> ReceiveInTime()
    {
        while (!_receiving.Poll(0, SelectMode.SelectRead)) await Coro.Yield();
        return Receive();
    }

    int Receive()
    {
        var number = new byte[1];
        Assert.Equal(1, _receiving.Receive(number));
        return number[0];
    }
}
