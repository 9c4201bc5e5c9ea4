using Belay.Bench.Comparing;
using Belay.Bench.Echo;

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

    /// <summary>The clients of the echo servers.</summary>
    public LoadGenerator? Load { get; private init; }

    private readonly Lazy<Certificate> _certificate = new();

    public static async Task<Toolbox> OpenAsync(string directory, bool quick)
    {
        var asyncio = await Python.FindAsyncioAsync();
        return new Toolbox(directory, quick)
        {
            Asyncio = asyncio,
            Uvloop = await Python.FindUvloopAsync(asyncio),
            Go = await GoPrograms.BuildAsync(Path.Combine(directory, "go")),
            Load = await LoadGenerator.BuildAsync(Path.Combine(directory, "load")),
        };
    }

    /// <summary>The installed version, null if there is none.</summary>
    public string? Describe(RivalKind kind) => kind switch
    {
        RivalKind.Asyncio => Asyncio?.Description,
        RivalKind.Uvloop => Uvloop?.Description,
        RivalKind.DotNet or RivalKind.Sockets or RivalKind.Kestrel or RivalKind.Pool => $".NET {Environment.Version}",
        RivalKind.Go => Go?.Description,
        RivalKind.Floor => Load is null ? null : "cc -O2",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Null if the clients it needs cannot be built.</summary>
    public IProgram? Belay(WorkItem item) => item.Load is { } load ? Echo(load, "belay") : Self($"belay/{item.Name}");

    /// <summary>Null if what it runs on is not installed.</summary>
    public IProgram? Find(WorkItem item, Rival rival) => item.Load is { } load ? FindEcho(load, rival) : rival.Kind switch
    {
        RivalKind.Asyncio => Asyncio is null ? null : Script(Asyncio, item),
        RivalKind.Uvloop => Uvloop is null ? null : Script(Uvloop, item, "--uvloop"),
        RivalKind.DotNet => Self($"dotnet/{item.Name}"),
        RivalKind.Go => Go is null ? null : new MeasuringProgram(Go.File, [.. QuickFlag, item.Name]),
        _ => throw new ArgumentOutOfRangeException(nameof(rival), rival, null),
    };

    public void Dispose()
    {
        Go?.Dispose();
        Load?.Dispose();
        if (_certificate.IsValueCreated)
        {
            _certificate.Value.Dispose();
        }
    }

    private IProgram? FindEcho(EchoLoad load, Rival rival) => rival.Kind switch
    {
        RivalKind.Asyncio => Asyncio is null ? null : EchoScript(Asyncio, load),
        RivalKind.Uvloop => Uvloop is null ? null : EchoScript(Uvloop, load, "--uvloop"),
        RivalKind.Go => Go is null ? null : Echo(load, Go.File, [.. Tls(load), "serve-echo"]),
        RivalKind.Sockets => Echo(load, "sockets"),
        RivalKind.Kestrel => Echo(load, "kestrel"),
        RivalKind.Pool => Echo(load, "belay-pool"),
        RivalKind.Floor => Load is null ? null : Echo(load, Load.Floor, []),
        _ => throw new ArgumentOutOfRangeException(nameof(rival), rival, null),
    };

    private EchoProgram? EchoScript(Python python, EchoLoad load, params string[] flags) =>
        Echo(load, python.File, ["-B", Path.Combine(_directory, "python", "echo_server.py"), .. flags, .. load.Protocol ? ["--protocol"] : Array.Empty<string>(), .. Tls(load)]);

    private EchoProgram? Echo(EchoLoad load, string server)
    {
        var (file, prefix) = OwnCommand();
        return Echo(load, file, [.. prefix, "--serve", server, .. Tls(load)]);
    }

    /// <summary>Null if the clients cannot be built.</summary>
    private EchoProgram? Echo(EchoLoad load, string file, string[] arguments) =>
        Load is null || load.Tls && !Load.HasTls ? null : new EchoProgram(Load, load, _quick, file, arguments);

    private string[] Tls(EchoLoad load) => load.Tls ? ["--tls", _certificate.Value.File] : [];

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
        var (file, prefix) = OwnCommand();
        return new MeasuringProgram(file, [.. prefix, "--measure", measurement, .. QuickFlag]);
    }

    private static (string File, string[] Prefix) OwnCommand()
    {
        var executable = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(executable) == "dotnet";
        return (executable, isHost ? [typeof(Toolbox).Assembly.Location] : []);
    }
}
