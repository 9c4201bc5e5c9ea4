// BELAY007: a subprocess is waited for on the loop.
class Build
{
    public async Coro<int> Run()
    {
        await Coro.Yield();
        using var process = System.Diagnostics.Process.Start("make");
        process.WaitForExit();
        return process.ExitCode;
    }
}
