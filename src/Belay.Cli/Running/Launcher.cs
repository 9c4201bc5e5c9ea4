using System.Reflection;

namespace Belay.Cli;

/// <summary>Runs a compiled program in this process, to save the start of another.</summary>
static class Launcher
{
    internal static int Run(CompiledProgram program, RunRequest request)
    {
        var assembly = new ScriptContext(program).LoadProgram();
        var main = assembly.EntryPoint!.CreateDelegate<Func<string[], int>>();
        Assembly.SetEntryAssembly(assembly);
        // By these names .NET's own file-based programs find their file too.
        AppContext.SetData("EntryPointFilePath", program.EntryFile);
        AppContext.SetData("EntryPointFileDirectoryPath", Path.GetDirectoryName(program.EntryFile));
        if (program.RuntimeOptions.Count > 0) SetOptions(program.RuntimeOptions);     // apart, so that a program without any need not compile the loop
        if (request.IsDebug) Environment.SetEnvironmentVariable("BELAY_DEBUG", "1");

        using var output = StandardOutput.Open(request.IsUnbuffered);
        return output.ExitCodeAfter(main(request.Arguments));
    }

    static void SetOptions(IReadOnlyDictionary<string, string> options)
    {
        foreach (var (name, value) in options) AppContext.SetData(name, value);
    }
}
