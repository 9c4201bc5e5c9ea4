using System.Diagnostics;

namespace Belay.Bench.Measuring;

/// <summary>What runs in a child process and gives the figures it prints.</summary>
public delegate Metrics Measurement(Effort effort);

/// <summary>Makes measurements of bodies that do an operation <c>count</c> times between the probe's Start and Stop.</summary>
public static class Measure
{
    private const int CallsPerRound = 5;

    /// <param name="body">Runs as the main task of a loop of its own.</param>
    /// <param name="batch">The count is a multiple of it.</param>
    public static Measurement Coroutine(Func<int, Probe, Coro> body, int batch = 1) =>
        effort => PerOperation(effort, batch, (count, probe) => Coro.Run(body(count, probe)));

    /// <param name="body">Runs on the thread pool.</param>
    /// <param name="batch">The count is a multiple of it.</param>
    public static Measurement OnThreadPool(Func<int, Probe, Task> body, int batch = 1) =>
        effort => PerOperation(effort, batch, (count, probe) => Task.Run(() => body(count, probe)).GetAwaiter().GetResult());

    /// <param name="body">Runs on the calling thread, in no loop.</param>
    /// <param name="batch">The count is a multiple of it.</param>
    public static Measurement Plain(Action<int, Probe> body, int batch = 1) => effort => PerOperation(effort, batch, body);

    private static Metrics PerOperation(Effort effort, int batch, Action<int, Probe> body)
    {
        var count = WarmUp(effort, batch, body);
        var nanoseconds = new double[effort.Samples];
        var bytes = new double[effort.Samples];
        for (var i = 0; i < effort.Samples; i++)
        {
            var probe = Once(count, body);
            nanoseconds[i] = probe.Elapsed.TotalNanoseconds / count;
            bytes[i] = (double)probe.Bytes / count;
        }
        return new Metrics { ["ns"] = Summary.Of(nanoseconds).Median, ["bytes"] = Summary.Of(bytes).Median };
    }

    /// <summary>Runs until the code is compiled for good and a sample lasts long enough; gives the count for that.</summary>
    private static int WarmUp(Effort effort, int batch, Action<int, Probe> body)
    {
        var tiering = new Tiering();
        var clock = Stopwatch.StartNew();
        var count = batch;
        while (true)
        {
            // The runtime optimizes a method for good only once it has been called often; until then its loops run in code that was
            // made in the midst of its first calls, and knows little of what they do.
            for (var i = 0; i < CallsPerRound; i++)
            {
                Once(batch, body);
            }
            var longEnough = Once(count, body).Elapsed >= effort.SampleTime;
            var compiled = tiering.IsOver();
            if (longEnough && compiled && clock.Elapsed >= effort.WarmUp)
            {
                return count;
            }
            if (!longEnough)
            {
                count = checked(count * 2);
            }
        }
    }

    private static Probe Once(int count, Action<int, Probe> body)
    {
        var probe = new Probe();
        body(count, probe);
        return probe;
    }
}
