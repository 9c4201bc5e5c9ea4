using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Belay.Cli.Tests;

/// <summary>The command as its users have it: a process of its own, its output, its signals, its exit code.</summary>
sealed class BelayProcess : IAsyncDisposable
{
    readonly Process _process;

    BelayProcess(ProcessStartInfo start) => _process = Process.Start(start)!;

    static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    static string Program => Path.Combine(AppContext.BaseDirectory, "Belay.Cli.dll");

    /// <summary>As it would be typed into a shell, up to its arguments.</summary>
    public static string InShell => $"'{Host}' exec '{Program}'";

    public StreamReader Output => _process.StandardOutput;

    public StreamReader Errors => _process.StandardError;

    public StreamWriter Input => _process.StandardInput;

    public static BelayProcess Start(string folder, IReadOnlyDictionary<string, string?> environment, params string[] arguments) =>
        new(Describe(folder, environment, Host, ["exec", Program, .. arguments]));

    public static BelayProcess StartOther(string folder, IReadOnlyDictionary<string, string?> environment, string file, params string[] arguments) =>
        new(Describe(folder, environment, file, arguments));

    public void Signal(PosixSignal signal) => Assert.Equal(0, Kill(_process.Id, signal == PosixSignal.SIGTERM ? 15 : 2));

    public async Task<Finished> ExitAsync()
    {
        _process.StandardInput.Close();
        var errors = _process.StandardError.ReadToEndAsync();
        var output = await _process.StandardOutput.ReadToEndAsync().OrHang();
        await _process.WaitForExitAsync().OrHang();
        return new Finished(_process.ExitCode, output, await errors.OrHang());
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    static ProcessStartInfo Describe(string folder, IReadOnlyDictionary<string, string?> environment, string file, string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return start;
    }

    [DllImport("libc", EntryPoint = "kill")]
    static extern int Kill(int process, int signal);
}
