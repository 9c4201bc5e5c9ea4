using System.Reflection;
using Belay.Bench.Comparing;
using Belay.Bench.Programs;
using Belay.Bench.Reporting;
using Belay.Bench.Work;

namespace Belay.Bench;

/// <summary>The run: what is installed, the pairs, the table.</summary>
public sealed class SideBySide
{
    private const int FullPairs = 5;
    private const int QuickPairs = 3;

    public bool Quick { get; init; }

    public IReadOnlyList<string> Only { get; init; } = [];

    public FileInfo? Output { get; init; }

    public int? Pairs { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var items = Only.Count == 0 ? WorkItems.All : [.. WorkItems.All.Where(item => Only.Any(name => Names(name, item)))];
        if (items.Count == 0)
        {
            Console.WriteLine($"No work is called so. There is: {string.Join(", ", WorkItems.All.Select(item => item.Name))}.");
            return 2;
        }
        var directory = BenchDirectory();
        using var tools = await Toolbox.OpenAsync(directory, Quick);
        var machine = Machine.Describe(tools);
        foreach (var (name, value) in machine.Facts)
        {
            Console.WriteLine($"{name}: {value}");
        }
        var pairs = Pairs ?? (Quick ? QuickPairs : FullPairs);
        var runner = new PairRunner(tools, pairs, Console.WriteLine);
        var results = new List<ItemResult>();
        foreach (var item in items)
        {
            results.Add(await runner.RunAsync(item, cancellationToken));
        }
        TerminalReport.Show(results);
        if (OutputPath(directory) is { } path)
        {
            await File.WriteAllTextAsync(path, MarkdownReport.Render(machine, results, pairs, Quick), cancellationToken);
            Console.WriteLine($"Saved in {path}");
        }
        foreach (var failure in runner.Failures)
        {
            await Console.Error.WriteLineAsync(failure);
        }
        return runner.Failures.Count == 0 ? 0 : 1;
    }

    private static bool Names(string name, WorkItem item) => item.Name == name || item.Name.StartsWith(name + "/", StringComparison.Ordinal);

    /// <summary>A partial or rough table must not take the place of the full one unasked.</summary>
    private string? OutputPath(string directory) =>
        Output?.FullName ?? (Quick || Only.Count > 0 ? null : Path.Combine(directory, "RESULTS.md"));

    private static string BenchDirectory() => typeof(SideBySide).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "BenchDirectory").Value!;
}
