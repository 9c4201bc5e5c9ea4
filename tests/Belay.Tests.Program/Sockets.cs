using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Belay.Tests.Program;

/// <summary>What needs a process's descriptors or its memory for itself. For Linux.</summary>
static class Sockets
{
    /// <summary>Uses sockets in all ways there are, and counts the descriptors that are left.</summary>
    public static int CountsDescriptors()
    {
        EverythingOnce();       // .NET opens some of its own the first time
        var before = SocketDescriptors();
        for (var i = 0; i < 20; i++) EverythingOnce();
        Coro.Run(UntilGone(before));
        Console.WriteLine($"leaked {Math.Max(0, SocketDescriptors() - before)}");
        return 0;
    }

    /// <summary>Takes a client when no descriptor is left.</summary>
    public static int RunsOutOfDescriptors()
    {
        var isReported = false;
        var options = new RunOptions
        {
            ErrorHandler = error =>
            {
                isReported = true;
                Console.WriteLine($"reported: {error.Message}");
            },
        };
        Coro.Run(RunOut(() => isReported), options);
        return 0;
    }

    /// <summary>Prints its port, then, when it has as many clients as the line that it reads says, by how much that has made it larger, in bytes.</summary>
    public static int ServesIdleClients()
    {
        Coro.Run(Serve());
        return 0;

        static async Coro Serve()
        {
            var server = await Server.StartAsync(connection => connection.ReadLineAsync(), "127.0.0.1", 0, new ServerOptions { Backlog = 4096 });
            using (var client = new TcpClient()) await client.ConnectAsync("127.0.0.1", server.Port);
            GC.Collect();
            var before = Environment.WorkingSet;
            Console.WriteLine(server.Port);
            var expected = int.Parse((await Coro.ToThread(Console.ReadLine))!);
            while (server.ConnectionCount < expected) await Coro.Sleep(TimeSpan.FromMilliseconds(10));
            Console.WriteLine(Environment.WorkingSet - before);
            await Coro.ToThread(Console.ReadLine);
            server.AbortClients();
            await server.CloseAsync();
        }
    }

    static int Descriptors() => Directory.GetFiles("/proc/self/fd").Length;

    /// <summary>Those of sockets, and of what waits for them: .NET opens files of its own whenever it needs one.</summary>
    static int SocketDescriptors() => Directory.GetFiles("/proc/self/fd").Count(descriptor =>
        new FileInfo(descriptor).LinkTarget is { } target && (target.StartsWith("socket:") || target.StartsWith("anon_inode:")));

    static async Coro UntilGone(int count)
    {
        // A socket that .NET has in an operation is closed when that has ended, on another thread.
        for (var i = 0; i < 500 && SocketDescriptors() > count + 2; i++)      // this loop has two of its own
            await Coro.Sleep(TimeSpan.FromMilliseconds(10));
    }

    static void EverythingOnce()
    {
        Coro.Run(Everything());
        Coro.RunAsync(Everything()).GetAwaiter().GetResult();
    }

    static async Coro Everything()
    {
        var server = await Server.StartAsync(async connection =>
        {
            try
            {
                if (await connection.ReadLineAsync() == "boom") throw new CancelledException();
                await connection.WriteAsync(new byte[10]);
            }
            catch (IOException)
            {
                // Some go away in the middle.
            }
        }, "127.0.0.1", 0);
        var port = server.Port;
        var closed = await Connection.OpenAsync("127.0.0.1", port);
        await closed.WriteAsync("hello\n");
        await closed.ReadToEndAsync();
        await closed.CloseAsync();
        var aborted = await Connection.OpenAsync("127.0.0.1", port);
        var reading = Coro.CreateTask(aborted.ReadLineAsync());
        await aborted.WriteAsync("half a li");
        aborted.Abort();
        await reading;
        var failing = await Connection.OpenAsync("127.0.0.1", port);
        await failing.WriteAsync("boom\n");
        await failing.ReadToEndAsync();
        await failing.CloseAsync();
        var cancelled = await Connection.OpenAsync("127.0.0.1", port);
        reading = Coro.CreateTask(cancelled.ReadLineAsync());
        await Coro.Yield();
        reading.Cancel();
        await Coro.Wait([reading]);
        await cancelled.CloseAsync();
        var opening = Coro.CreateTask(Connection.OpenAsync("127.0.0.1", port));
        await Coro.Yield();
        opening.Cancel();
        await Coro.Wait([opening]);
        if (!opening.IsCancelled) opening.Result.Abort();
        // The other side answers a handshake with what is none.
        var tls = new ConnectionOptions { Tls = new SslClientAuthenticationOptions() };
        await MustFail(Connection.OpenAsync("127.0.0.1", port, tls));
        await MustFail(Server.StartAsync(_ => default, "127.0.0.1", port));
        server.CloseClients();
        await server.CloseAsync();
        await MustFail(Connection.OpenAsync("127.0.0.1", port));
        var path = Path.Combine(Path.GetTempPath(), $"belay-{Environment.ProcessId}");
        var local = await Server.StartUnixAsync(connection => connection.WriteAsync("hello\n"), path);
        var client = await Connection.OpenUnixAsync(path);
        await client.ReadToEndAsync();
        await client.CloseAsync();
        await local.CloseAsync();
    }

    static async Coro MustFail<T>(Coro<T> call)
    {
        try
        {
            await call;
        }
        catch (IOException)
        {
            return;
        }
        throw new InvalidOperationException("It should have failed.");
    }

    static async Coro RunOut(Func<bool> isReported)
    {
        var server = await Server.StartAsync(connection => connection.WriteAsync("hello\n"), "127.0.0.1", 0);
        await Greet(new Socket(SocketType.Stream, ProtocolType.Tcp), server.Port);
        Limit(Descriptors() + 20);
        var handles = new Stack<SafeFileHandle>();
        try
        {
            while (true) handles.Push(File.OpenHandle("/dev/null"));
        }
        catch (IOException)
        {
            handles.Pop().Dispose();
        }
        // The one that is left is for the client, so that there is none for the server's end.
        var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        client.Connect(IPAddress.Loopback, server.Port);
        while (!isReported()) await Coro.Sleep(TimeSpan.FromMilliseconds(1));
        Console.WriteLine($"clients: {server.ConnectionCount}");
        foreach (var handle in handles) handle.Dispose();
        await Greet(client, server.Port);
        await server.CloseAsync();
    }

    static async Coro Greet(Socket client, int port)
    {
        using (client)
        {
            if (!client.Connected) await client.ConnectAsync(IPAddress.Loopback, port);
            var buffer = new byte[100];
            var count = await client.ReceiveAsync(buffer);
            Console.WriteLine(System.Text.Encoding.UTF8.GetString(buffer, 0, count).TrimEnd());
        }
    }

    static void Limit(int descriptors)
    {
        const int OpenFiles = 7;
        var limit = new ResourceLimit { Current = (ulong)descriptors, Most = (ulong)descriptors };
        if (SetLimit(OpenFiles, limit) != 0) throw new InvalidOperationException("The limit cannot be set.");
    }

    [DllImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    static extern int SetLimit(int resource, in ResourceLimit limit);

    struct ResourceLimit
    {
        public ulong Current, Most;
    }
}
