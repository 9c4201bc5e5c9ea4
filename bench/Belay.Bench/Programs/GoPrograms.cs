namespace Belay.Bench.Programs;

/// <summary>The Go programs, built once a run: one executable that is told which work to do.</summary>
public sealed record GoPrograms(string File, string Description) : IDisposable
{
    public static async Task<GoPrograms?> BuildAsync(string sources)
    {
        if (await CommandLine.TryRunAsync("go", "env", "GOVERSION") is not { } version)
        {
            return null;
        }
        var folder = Directory.CreateTempSubdirectory("belay-bench-");
        var file = Path.Combine(folder.FullName, OperatingSystem.IsWindows() ? "work.exe" : "work");
        await CommandLine.RunAsync("go", ["build", "-o", file, "."], sources);
        return new GoPrograms(file, version.Replace("go", "Go "));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(File)!, recursive: true);
}
