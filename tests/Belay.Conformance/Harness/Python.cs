using System.ComponentModel;
using System.Diagnostics;
using Belay.Tests.Surface;

namespace Belay.Conformance;

/// <summary>The CPython 3.13 of this machine, if it has one.</summary>
sealed class Python
{
    const string Variable = "BELAY_PYTHON";

    readonly string _program;

    Python(string program) => _program = program;

    /// <summary>Null where there is none.</summary>
    public static Python? Found { get; } = Candidates.FirstOrDefault(IsRight) is { } program ? new Python(program) : null;

    public static string NotFound =>
        $"No CPython 3.13 found; tried {string.Join(", ", Candidates)}. Install it, or name it in {Variable}. Only recording needs it: comparing does not.";

    static IEnumerable<string> Candidates =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? [named] : ["python3.13", .. OfPyenv(), "python3", "python"];

    /// <summary>What each script traces, in their order.</summary>
    public IReadOnlyList<string[]> Play(IReadOnlyList<Scenario> scenarios)
    {
        var traces = new List<List<string>>();
        foreach (var line in RunPlayer([.. scenarios.Select(scenario => scenario.Script)]))
        {
            if (line.StartsWith("== ", StringComparison.Ordinal)) traces.Add([]);
            else traces[^1].Add(line);
        }
        return [.. traces.Select(trace => trace.ToArray())];
    }

    /// <summary>The public names of asyncio's high-level API, each after its chapter.</summary>
    public string[] ListNames() => RunPlayer([]);

    string[] RunPlayer(string[] scripts)
    {
        var (exitCode, output, error) = Start(_program, ["-B", "tests/Belay.Conformance/Python/play.py", .. scripts]);
        return exitCode == 0 && error.Length == 0
            ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException($"{_program} ended with {exitCode} and said:\n{error}\n{output}");
    }

    // A shim of pyenv's is on the path even where it starts nothing; its versions lie in a folder each.
    static IEnumerable<string> OfPyenv()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var versions = Path.Combine(Environment.GetEnvironmentVariable("PYENV_ROOT") ?? Path.Combine(home, ".pyenv"), "versions");
        return Directory.Exists(versions)
            ? Directory.GetDirectories(versions, "3.13.*").Select(version => Path.Combine(version, "bin", "python"))
            : [];
    }

    static bool IsRight(string program)
    {
        try
        {
            return Start(program, ["-c", "import sys; print(sys.implementation.name, *sys.version_info[:2])"]).Output.Trim() == "cpython 3 13";
        }
        catch (Win32Exception)
        {
            return false;   // there is no such program
        }
    }

    static (int ExitCode, string Output, string Error) Start(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = SourceTree.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PYTHONUTF8"] = "1", ["PYTHONASYNCIODEBUG"] = "" },
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.ReplaceLineEndings("\n"), error.Result);
    }
}
