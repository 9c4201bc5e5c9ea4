// Which ports of a host are open.
//   belay run -m samples.scripts.ports HOST [FIRST-LAST]
using System.Globalization;
using System.Net.Sockets;
using Belay;
using samples.scripts.worker;

if (args is not [var host, .. var rest] || !PortRange.TryParse(rest is [var range] ? range : "1-1024", out var ports))
{
    Console.Error.WriteLine("usage: ports HOST [FIRST-LAST]");
    return 1;
}

var open = await Prober.FindOpenAsync(host, ports);
foreach (var port in open) Console.WriteLine($"{host}:{port} is open");
Console.WriteLine($"{open.Count} of {ports.Count} ports are open");
return open.Count > 0 ? 0 : 1;

static class Prober
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    public static async Coro<IReadOnlyCollection<int>> FindOpenAsync(string host, IReadOnlyCollection<int> ports)
    {
        var open = new SortedSet<int>();
        await Workers.RunAsync(ports.ToAsyncEnumerable(), atOnce: 100, async port =>
        {
            if (await IsOpenAsync(host, port)) open.Add(port);      // a plain set: all of this is on one thread
        });
        return open;
    }

    public static async Coro<bool> IsOpenAsync(string host, int port)
    {
        try
        {
            await using var connection = await Coro.WaitFor(Connection.OpenAsync(host, port), s_patience);
            return true;
        }
        catch (Exception failure) when (failure is SocketException or IOException or TimeoutException)
        {
            return false;
        }
    }
}

static class PortRange
{
    public static bool TryParse(string text, out IReadOnlyCollection<int> ports)
    {
        ports = [];
        var ends = text.Split('-');
        if (ends.Length > 2 || !TryParsePort(ends[0], out var first) || !TryParsePort(ends[^1], out var last) || first > last) return false;
        ports = [.. Enumerable.Range(first, last - first + 1)];
        return true;
    }

    static bool TryParsePort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= 65535;
}
