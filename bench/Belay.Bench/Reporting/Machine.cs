using System.Runtime.InteropServices;
using Belay.Bench.Comparing;
using Belay.Bench.Programs;

namespace Belay.Bench.Reporting;

/// <summary>Where the figures come from.</summary>
public sealed record Machine(IReadOnlyList<(string Name, string Value)> Facts)
{
    public static Machine Describe(Toolbox tools) => new(
    [
        ("processor", $"{Processor()}, {Environment.ProcessorCount} cores"),
        ("system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}"),
        .. Load(),
        .. Rivals.All.Select(kind => (Rivals.Name(kind), tools.Describe(kind) ?? "not installed, skipped")),
    ]);

    /// <summary>What else went on when the run began: ratios from a busy machine are not to be trusted.</summary>
    private static IEnumerable<(string Name, string Value)> Load()
    {
        const string LoadAverage = "/proc/loadavg";
        return File.Exists(LoadAverage) ? [("load before the run", File.ReadAllText(LoadAverage).Split(' ')[0])] : [];
    }

    private static string Processor()
    {
        const string CpuInfo = "/proc/cpuinfo";
        var line = File.Exists(CpuInfo) ? File.ReadLines(CpuInfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[1].Trim()
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
