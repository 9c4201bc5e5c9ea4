using Belay.Bench.Comparing;

namespace Belay.Bench.Programs;

/// <summary>What is installed here, and the command line of each program.</summary>
public sealed class Toolbox : IDisposable
{
    private readonly string _directory;
    private readonly bool _quick;

    private Toolbox(string directory, bool quick)
    {
        _directory = directory;
        _quick = quick;
    }

    public Python? Asyncio { get; private init; }

    public Python? Uvloop { get; private init; }

    public GoPrograms? Go { get; private init; }

    public static async Task<Toolbox> OpenAsync(string directory, bool quick)
    {
        var asyncio = await Python.FindAsyncioAsync();
        return new Toolbox(directory, quick)
        {
            Asyncio = asyncio,
            Uvloop = await Python.FindUvloopAsync(asyncio),
            Go = await GoPrograms.BuildAsync(Path.Combine(directory, "go")),
        };
    }

    /// <summary>The installed version, null if there is none.</summary>
    public string? Describe(RivalKind kind) => kind switch
    {
        RivalKind.Asyncio => Asyncio?.Description,
        RivalKind.Uvloop => Uvloop?.Description,
        RivalKind.DotNet => $".NET {Environment.Version}",
        RivalKind.Go => Go?.Description,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public MeasuringProgram Belay(WorkItem item) => Self($"belay/{item.Name}");

    /// <summary>Null if what it runs on is not installed.</summary>
    public MeasuringProgram? Find(WorkItem item, Rival rival) => rival.Kind switch
    {
        RivalKind.Asyncio => Asyncio is null ? null : Script(Asyncio, item),
        RivalKind.Uvloop => Uvloop is null ? null : Script(Uvloop, item, "--uvloop"),
        RivalKind.DotNet => Self($"dotnet/{item.Name}"),
        RivalKind.Go => Go is null ? null : new MeasuringProgram(Go.File, [.. QuickFlag, item.Name]),
        _ => throw new ArgumentOutOfRangeException(nameof(rival), rival, null),
    };

    public void Dispose() => Go?.Dispose();

    private string[] QuickFlag => _quick ? ["--quick"] : [];

    private MeasuringProgram Script(Python python, WorkItem item, params string[] flags)
    {
        var parts = item.Name.Split('/');
        var script = Path.Combine(_directory, "python", $"{parts[0]}.py");
        // -B: no compiled files beside the sources.
        return new MeasuringProgram(python.File, ["-B", script, .. parts[1..], .. flags, .. QuickFlag]);
    }

    private MeasuringProgram Self(string measurement)
    {
        var executable = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(executable) == "dotnet";
        string[] prefix = isHost ? [typeof(Toolbox).Assembly.Location] : [];
        return new MeasuringProgram(executable, [.. prefix, "--measure", measurement, .. QuickFlag]);
    }
}
