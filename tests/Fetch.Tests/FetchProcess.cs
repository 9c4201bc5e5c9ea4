using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FetchSample.Tests;

/// <summary>The program as its users have it: a process of its own, its output, its signals, its exit code.</summary>
sealed class FetchProcess : IAsyncDisposable
{
    public const int SigInt = 2;
    const string Serving = "serving on ";

    readonly Process _process;
    readonly Task<string> _errors;

    FetchProcess(string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Fetch.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public static FetchProcess Start(params string[] arguments) => new(arguments);

    /// <summary>Serves its site.</summary>
    public static async Task<(FetchProcess Process, Uri Url)> ServeAsync()
    {
        var site = Start("--serve", "0");
        var line = await site.ReadLineAsync();
        Assert.StartsWith(Serving, line);
        return (site, new Uri(line[Serving.Length..]));
    }

    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync().OrHang() ?? throw new EndOfStreamException($"It ended: {await _errors}");

    public void Signal(int signal) => Assert.Equal(0, SendSignal(_process.Id, signal));

    public async Task<(int ExitCode, string Output, string Errors)> ExitAsync()
    {
        var output = await _process.StandardOutput.ReadToEndAsync().OrHang();
        await _process.WaitForExitAsync().OrHang();
        return (_process.ExitCode, output, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    static extern int SendSignal(int process, int signal);
}
