using System.ComponentModel;
using System.Diagnostics;
using Belay.Tests.Surface;

namespace Belay.Pickling.Tests.Oracle;

/// <summary>The CPython 3.13 of this machine, if it has one.</summary>
sealed class Python
{
    const string Variable = "BELAY_PYTHON";

    readonly string _program;

    Python(string program) => _program = program;

    /// <summary>Null where there is none.</summary>
    public static Python? Found { get; } = Candidates.FirstOrDefault(IsRight) is { } program ? new Python(program) : null;

    public static string NotFound =>
        $"No CPython 3.13 found; tried {string.Join(", ", Candidates)}. Install it, or name it in {Variable}. What it wrote is in Corpus, so that much is compared without.";

    static IEnumerable<string> Candidates =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? [named] : ["python3.13", .. OfPyenv(), "python3", "python"];

    /// <summary>Starts a script of the folder Python.</summary>
    public Process Start(string script, params string[] arguments) =>
        Launch(_program, ["-B", SourceTree.PathOf($"tests/Belay.Pickle.Tests/Python/{script}"), .. arguments]);

    /// <summary>What a script prints when it is given that.</summary>
    public string Run(string script, string input, params string[] arguments)
    {
        using var process = Start(script, arguments);
        return Finish(process, input);
    }

    static string Finish(Process process, string input)
    {
        var error = process.StandardError.ReadToEndAsync();
        var printed = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = printed.Result;
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{process.StartInfo.FileName} ended with {process.ExitCode} and said:\n{error.Result}");
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
            using var process = Launch(program, ["-c", "import sys; print(sys.implementation.name, *sys.version_info[:2])"]);
            return Finish(process, "").Trim() == "cpython 3 13";
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException)
        {
            return false;   // there is no such program, or it is a shim that starts nothing
        }
    }

    static Process Launch(string program, IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["PYTHONUTF8"] = "1" },
    })!;
}
