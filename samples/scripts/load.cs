// A load tester for servers that answer each line with a line.
//   belay run -m samples.scripts.load [HOST:PORT] [--clients N] [--seconds N]
// Without a server it starts one of its own, an echo.
#:import .ports

using System.Globalization;
using System.Net.Sockets;
using Belay;

var clients = Option("--clients", 50);
var time = TimeSpan.FromSeconds(Option("--seconds", 2));
if (args is [var target, ..] && target.Split(':') is [var host, var port])
    return await Load.RunAsync(host, int.Parse(port, CultureInfo.InvariantCulture), clients, time);

var echo = await Server.StartAsync(Load.EchoAsync, "127.0.0.1", port: 0);
try
{
    return await Load.RunAsync("127.0.0.1", echo.Port, clients, time);
}
finally
{
    echo.Close();
}

int Option(string name, int otherwise) =>
    args.SkipWhile(arg => arg != name).Skip(1).FirstOrDefault() is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

static class Load
{
    public static async Coro<int> RunAsync(string host, int port, int clients, TimeSpan time)
    {
        if (!await Prober.IsOpenAsync(host, port))
        {
            Console.Error.WriteLine($"nobody listens on {host}:{port}");
            return 1;
        }
        var times = new List<TimeSpan>();
        var end = EventLoop.Running.Time + time;
        try
        {
            await TaskGroup.Run(async group =>
            {
                for (var i = 0; i < clients; i++) group.CreateTask(AskAsync(host, port, end, times));
            });
        }
        catch (ExceptionGroup failures) when (failures.InnerExceptions.All(failure => failure is IOException or SocketException))
        {
            Console.Error.WriteLine($"{failures.InnerExceptions.Count} clients failed; the first: {failures.InnerExceptions[0].Message}");
            return 1;
        }
        times.Sort();
        Console.WriteLine($"{clients} clients, {Figures.PerSecond(times.Count, "answers", time)}");
        Console.WriteLine($"an answer took {Figures.Time(times[times.Count / 2])} in the middle, {Figures.Time(times[times.Count * 99 / 100])} at most for 99 of 100");
        return 0;
    }

    public static async Coro EchoAsync(Connection client)
    {
        await foreach (var line in client.ReadLinesAsync()) await client.WriteAsync(line + "\n");
    }

    static async Coro AskAsync(string host, int port, TimeSpan end, List<TimeSpan> times)
    {
        await using var connection = await Connection.OpenAsync(host, port);
        do
        {
            var start = EventLoop.Running.Time;
            await connection.WriteAsync("are you there?\n");
            if (await connection.ReadLineAsync() is null) throw new IOException("the server has hung up");
            times.Add(EventLoop.Running.Time - start);
        }
        while (EventLoop.Running.Time < end);
    }
}

static class Figures
{
    public static string PerSecond(int count, string what, TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what} in {time.TotalSeconds:0.0} s: {count / time.TotalSeconds:N0} a second");

    public static string Time(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.00} ms");
}
