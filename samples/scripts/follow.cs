// The lines that are added to a file, as tail -f shows them; also after it was replaced or cut, as logs are.
//   belay run -u -m samples.scripts.follow FILE [--from-start] [--lines COUNT]
#:import .load

using System.Globalization;
using System.Text;
using Belay;

if (args is not [var file, .. var options])
{
    Console.Error.WriteLine("usage: follow FILE [--from-start] [--lines COUNT]");
    return 1;
}

var limit = options.SkipWhile(option => option != "--lines").Skip(1).FirstOrDefault() is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : int.MaxValue;
var shown = 0;
var start = EventLoop.Running.Time;
try
{
    await foreach (var line in Follower.LinesAsync(file, options.Contains("--from-start")))
    {
        Console.WriteLine(line);
        if (++shown == limit) break;
    }
}
finally
{
    Console.Error.WriteLine(Figures.PerSecond(shown, "lines", EventLoop.Running.Time - start));
}

return 0;

static class Follower
{
    static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Never ends by itself. A line is a line when its end has been written.</summary>
    public static async IAsyncEnumerable<string> LinesAsync(string file, bool fromStart = false)
    {
        var position = fromStart || !File.Exists(file) ? 0 : new FileInfo(file).Length;
        var unfinished = new List<byte>();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var length = File.Exists(file) ? new FileInfo(file).Length : 0;
            if (length < position)
            {
                position = 0;               // another file, or the same one emptied
                unfinished.Clear();
            }
            if (length > position)
            {
                await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                stream.Position = position;
                var read = await stream.ReadAsync(buffer);
                position += read;
                for (var from = 0; from < read;)
                {
                    var end = Array.IndexOf(buffer, (byte)'\n', from, read - from);
                    unfinished.AddRange(buffer.AsSpan(from..(end < 0 ? read : end)));
                    if (end < 0) break;
                    yield return Encoding.UTF8.GetString([.. unfinished]).TrimEnd('\r');
                    unfinished.Clear();
                    from = end + 1;
                }
                continue;
            }
            await Coro.Sleep(s_pause);
        }
    }
}
