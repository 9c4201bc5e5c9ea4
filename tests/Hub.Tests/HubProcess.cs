using System.Diagnostics;
using System.Runtime.InteropServices;

namespace HubSample.Tests;

/// <summary>The hub as its users have it: a process of its own, its port, its signals, its exit code.</summary>
sealed class HubProcess : IAsyncDisposable
{
    public const int SigInt = 2;
    public const int SigTerm = 15;
    const string Listening = "listening on 127.0.0.1:";

    readonly Process _process;
    readonly Task<string> _errors;

    HubProcess(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Hub.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public int Port { get; private set; }

    public static HubProcess Start(params string[] arguments) => new(arguments);

    public static async Task<HubProcess> ServeAsync()
    {
        var hub = new HubProcess("--serve", "0");
        var line = await hub.ReadLineAsync();
        Assert.StartsWith(Listening, line);
        hub.Port = int.Parse(line[Listening.Length..]);
        return hub;
    }

    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync().OrHang() ?? throw new EndOfStreamException($"The hub ended: {await _errors}");

    /// <summary>Clients that are in, and have read all that was said until then.</summary>
    public async Task<TestClient[]> JoinAsync(params string[] names)
    {
        var clients = new List<TestClient>();
        foreach (var name in names)
        {
            clients.Add(await TestClient.ConnectAsync(Port));
            await clients[^1].SayAsync($"{name} is in");
            foreach (var client in clients)
            {
                Assert.Equal($"{name} is in", await client.ReadLineAsync());
            }
        }

        return [.. clients];
    }

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
