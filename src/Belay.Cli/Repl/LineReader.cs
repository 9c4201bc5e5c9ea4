namespace Belay.Cli;

/// <summary>Reads lines on a thread of its own: a read cannot be cancelled, and must not hold the loop.</summary>
static class LineReader
{
    /// <summary>The lines as they come; shut down at the end of the input.</summary>
    internal static AsyncQueue<string> Start(TextReader reader)
    {
        var loop = EventLoop.Running;
        var lines = new AsyncQueue<string>();
        var thread = new Thread(() =>
        {
            while (reader.ReadLine() is { } line) loop.CallSoonThreadSafe(() => lines.TryPut(line));
            loop.CallSoonThreadSafe(() => lines.Shutdown());
        })
        {
            IsBackground = true,
            Name = "prompt",
        };
        thread.Start();
        return lines;
    }
}
