using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Belay.Conformance;

/// <summary>What the scenarios share: the trace, and options for a loop on virtual time. Python/conformance.py is the twin of this file.</summary>
static class Trace
{
    // Of the execution context, so that a scenario that hangs does not write into the trace of the next.
    static readonly AsyncLocal<List<string>> _lines = new();

    static readonly string _noMessage = new CancelledException().Message;

    /// <summary>For scenarios that run their loops themselves.</summary>
    public static RunOptions Options
    {
        get
        {
            var lines = Lines;
            return new RunOptions
            {
                HandleSignals = false,
                TimeProvider = new VirtualTimeProvider(),
                ErrorHandler = error => Write(lines, $"error handler: {Show(error.Exception)}"),
            };
        }
    }

    static List<string> Lines => _lines.Value ?? throw new InvalidOperationException("Only a scenario that is played has a trace.");

    /// <summary>The lines that this writes.</summary>
    public static IReadOnlyList<string> Record(Action scenario)
    {
        var lines = _lines.Value = [];
        try
        {
            scenario();
        }
        catch (Exception error)
        {
            Log("main raised", error);
        }
        lock (lines)
        {
            return [.. lines];
        }
    }

    public static void Log(string text, params object?[] values) => Write(Lines, string.Join(' ', [text, .. values.Select(Show)]));

    // An array of references would be taken for the values themselves.
    public static void Log<T>(string text, T value) => Write(Lines, $"{text} {Show(value)}");

    /// <summary>Gives up the turn so many times.</summary>
    public static async Coro Turns(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Coro.Yield();
        }
    }

    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    // Threads log too.
    static void Write(List<string> lines, string line)
    {
        lock (lines)
        {
            lines.Add(line);
        }
    }

    static string Show(object? value) => value switch
    {
        null => "none",
        bool flag => flag ? "true" : "false",
        string text => text,
        Exception error => Describe(error),
        TimeSpan time => time.TotalSeconds.ToString("G6", CultureInfo.InvariantCulture),
        ITuple tuple => ShowAll(Enumerable.Range(0, tuple.Length).Select(i => tuple[i])),
        IEnumerable items => ShowAll(items.Cast<object?>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    static string ShowAll(IEnumerable<object?> items) => $"[{string.Join(", ", items.Select(Show))}]";

    /// <summary>The name that both sides know it by. A text is compared where a scenario gave it, and a group's.</summary>
    static string Describe(Exception error) => error switch
    {
        ExceptionGroup group => $"ExceptionGroup({group.Message}){Show(group.InnerExceptions)}",
        AppError or NetError => $"{error.GetType().Name}({error.Message})",
        CancelledException => error.Message == _noMessage ? "CancelledError" : $"CancelledError({error.Message})",
        InvalidStateException => "InvalidStateError",
        QueueShutDownException => "QueueShutDown",
        BrokenBarrierException => "BrokenBarrierError",
        TimeoutException => "TimeoutError",
        KeyboardInterruptException => "KeyboardInterrupt",
        SemaphoreFullException or ArgumentException => "ValueError",
        InvalidOperationException when error is not DeadlockException => "RuntimeError",
        _ => error.GetType().Name,
    };
}
