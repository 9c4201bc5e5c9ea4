using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Belay.Tests.Support;

/// <summary>
/// Runs a scenario of Belay.Tests.Program as a process of its own: exit codes, signals and stderr cannot be had inside a test host.
/// </summary>
static class ChildProgram
{
    /// <summary>The line with which a scenario asks for its next signal.</summary>
    const string Ready = "ready";

    /// <summary>Sends one signal for each line "ready"; the output is all the other lines.</summary>
    public static Finished Run(string scenario, params PosixSignal[] signals) => Run(scenario, null, signals);

    /// <summary>With a variable of the environment set, or taken away if the value is null.</summary>
    public static Finished RunWith((string Name, string? Value) variable, string scenario) => Run(scenario, variable, []);

    static Finished Run(string scenario, (string Name, string? Value)? variable, PosixSignal[] signals)
    {
        Finished? finished = null;
        HangGuard.Run(() => finished = RunToItsEnd(scenario, variable, signals));
        return finished!;
    }

    static Finished RunToItsEnd(string scenario, (string Name, string? Value)? variable, PosixSignal[] signals)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var program = Path.Combine(AppContext.BaseDirectory, "Belay.Tests.Program.dll");
        var start = new ProcessStartInfo(host, ["exec", program, scenario])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (variable is var (name, value)) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = new List<string>();
        var left = new Queue<PosixSignal>(signals);
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line != Ready)
            {
                output.Add(line);
            }
            else if (left.TryDequeue(out var signal))
            {
                Assert.Equal(0, Kill(process.Id, SignalNumber.Of(signal)));
            }
            else
            {
                Assert.Fail($"{scenario} waits for a signal that the test does not send.");
            }
        }
        process.WaitForExit();
        Assert.Empty(left);
        return new Finished(process.ExitCode, output, error.Result);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    static extern int Kill(int process, int signal);

    public sealed record Finished(int ExitCode, IReadOnlyList<string> Output, string Error)
    {
        public void AssertIs(int exitCode, params string[] output)
        {
            Assert.Equal(output, Output);
            Assert.DoesNotContain("Unhandled exception", Error);
            Assert.Equal(exitCode, ExitCode);
        }
    }
}
