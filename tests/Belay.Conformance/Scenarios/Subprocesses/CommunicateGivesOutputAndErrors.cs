// communicate writes all of the input and ends it, reads output and errors to their ends, and waits for the child.
using System.Text;

namespace Belay.Conformance.Scenarios.Subprocesses;

static class CommunicateGivesOutputAndErrors
{
    const SubprocessStream Pipe = SubprocessStream.Pipe;

    public static async Coro Main()
    {
        var child = await Subprocess.StartAsync("/bin/sh", ["-c", "cat; echo $1 >&2; exit 3", "sh", "a  b"], new() { StandardInput = Pipe, StandardOutput = Pipe, StandardError = Pipe });
        Log("running", child.ExitCode);
        var (output, errors) = await child.CommunicateAsync(Encoding.UTF8.GetBytes("input\n"));
        Log("output", Encoding.UTF8.GetString(output!).Trim());
        Log("errors", Encoding.UTF8.GetString(errors!).Trim());
        Log("ended", child.ExitCode);

        child = await Subprocess.StartShellAsync("echo out; echo err >&2", new() { StandardInput = SubprocessStream.Null, StandardOutput = Pipe, StandardError = SubprocessStream.Output });
        (output, errors) = await child.CommunicateAsync();
        Log("merged", Encoding.UTF8.GetString(output!).Split('\n', StringSplitOptions.RemoveEmptyEntries), errors);

        child = await Subprocess.StartAsync("true");
        Log("no pipes", await child.CommunicateAsync(), child.ExitCode);
    }
}
