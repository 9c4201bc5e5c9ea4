using Belay.Bench.Measuring;

namespace Belay.Bench.Programs;

/// <summary>A command line that measures one thing and prints its metrics.</summary>
public sealed record MeasuringProgram(string File, params IReadOnlyList<string> Arguments) : IProgram
{
    public async Task<Metrics> RunAsync(CancellationToken cancellationToken) =>
        Metrics.Parse(await CommandLine.RunAsync(File, Arguments, cancellationToken: cancellationToken));
}
