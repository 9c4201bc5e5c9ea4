namespace Belay;

/// <summary>
/// Takes another thread's stack. .NET has no call for that, so the runtime's own sampling profiler is asked, through its port for tools. It
/// takes some tenths of a second and slows all threads meanwhile: for debug mode, and once a place.
/// </summary>
internal static class ThreadSampler
{
    /// <summary>The runtime samples every few milliseconds; where all processors are busy it may take longer to begin.</summary>
    static readonly TimeSpan[] s_samplingTimes = [TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];

    /// <summary>After this the runtime is taken not to answer.</summary>
    static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    static readonly SemaphoreSlim s_one = new(1);

    /// <summary>
    /// The methods that the thread is in, innermost first. None where that cannot be had: in ahead-of-time code, where DOTNET_EnableDiagnostics
    /// is 0, or if it was no longer there when the samples had been taken.
    /// </summary>
    /// <param name="thread">Its number in the operating system.</param>
    /// <param name="isStillThere">Asked on any thread.</param>
    internal static async Task<IReadOnlyList<string>> TakeAsync(long thread, Func<bool> isStillThere)
    {
        await s_one.WaitAsync().ConfigureAwait(false);
        try
        {
            using var limit = new CancellationTokenSource(s_patience);
            foreach (var time in s_samplingTimes)
                if (isStillThere() && await SampleAsync(thread, time, isStillThere, limit.Token).ConfigureAwait(false) is { Count: > 0 } stack) return stack;
            return [];
        }
        catch (Exception)
        {
            // As with AwaitLines: what goes wrong here costs the stack, and must never cost the report that it was for.
            return [];
        }
        finally
        {
            s_one.Release();
        }
    }

    static async Task<IReadOnlyList<string>> SampleAsync(long thread, TimeSpan time, Func<bool> isStillThere, CancellationToken limit)
    {
        var (events, session) = await DiagnosticPort.StartSamplingAsync(limit).ConfigureAwait(false);
        using (events)
        {
            var trace = new MemoryStream();
            var reading = events.CopyToAsync(trace, limit);
            await Task.Delay(time, limit).ConfigureAwait(false);
            var isOfInterest = isStillThere();
            await DiagnosticPort.StopAsync(session, limit).ConfigureAwait(false);
            await reading.ConfigureAwait(false);
            return isOfInterest ? TraceReader.FirstStack(trace.ToArray(), thread) : [];
        }
    }
}
