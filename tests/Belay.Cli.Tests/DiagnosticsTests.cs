namespace Belay.Cli.Tests;

/// <summary>What is said of code that is wrong, and of code that fails.</summary>
public sealed class DiagnosticsTests : IDisposable
{
    readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Compiler_Complains_WithTheLineAndACaret()
    {
        _folder.Write("scripts/worker.cs", """
            #:import .helpers
            using Belay;

            /* one */ Console.WriteLine(nothing + 1);
            	Forgotten();
            Helpers.Missing();

            static async Coro Forgotten() => await Coro.Yield();
            """).Write("scripts/helpers.cs", "static class Helpers;");

        var run = await _folder.RunAsync("run", "-m", "scripts.worker");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("""
            scripts/worker.cs:4:29: error CS0103: The name 'nothing' does not exist in the current context
                4 | /* one */ Console.WriteLine(nothing + 1);
                  |                             ^~~~~~~

            """, run.Errors);
        Assert.Contains("""
                6 | Helpers.Missing();
                  |         ^~~~~~~

            """, run.Errors);
        Assert.DoesNotContain('\e', run.Errors);

        _folder.Write("scripts/worker.cs", "if (true {\n");
        (await _folder.RunAsync("run", "-m", "scripts.worker")).AssertRefused("scripts/worker.cs:1:10: error CS1026: ) expected", "    1 | if (true {\n      |          ^\n");
    }

    [Fact]
    public async Task Analyzers_OfBelay_AreAsked()
    {
        _folder.Write("worker.cs", """
            using Belay;

            await TaskGroup.Run(async group =>
            {
                group.CreateTask(Work());
                try { await Coro.Yield(); }
                catch (Exception) { }
            });

            static async Coro Work()
            {
                await Coro.Yield();
                Console.WriteLine("worked");
            }
            """);

        var run = await _folder.RunAsync("run", "worker.cs");

        Assert.Equal((0, "worked\n"), (run.ExitCode, run.Output));
        Assert.Contains("worker.cs:7:5: warning BELAY002", run.Errors);
        // The group owns what it is given, which only the analyzers know.
        Assert.DoesNotContain("worker.cs:5:5", run.Errors);

        _folder.Write("worker.cs", "using Belay;\n_ = Coro.Yield();\nawait Coro.Yield();\n");
        (await _folder.RunAsync("run", "worker.cs")).AssertRefused("worker.cs:2:5: error BELAY001");
    }

    [Fact]
    public async Task Error_Escapes_ShowsTheCoroutinesItWentThrough()
    {
        _folder.Write("scripts/worker.cs", """
            using Belay;
            using scripts.helpers;

            if (args is ["sync"]) Coro.Run(Middle());
            await Middle();

            static async Coro Middle()
            {
                await Helpers.Fails();
            }
            """).Write("scripts/helpers.cs", """
            using Belay;
            static class Helpers
            {
                public static async Coro Fails()
                {
                    await Coro.Yield();
                    throw new InvalidOperationException("no luck");
                }
            }
            """);

        var run = await _folder.RunAsync("run", "-m", "scripts.worker");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"""
            System.InvalidOperationException: no luck
              at scripts.helpers.Helpers.Fails in {_folder.PathOf("scripts/helpers.cs")}:7
              at scripts.worker.Program.Main.Middle in {_folder.PathOf("scripts/worker.cs")}:9
              at scripts.worker.Program.Main in {_folder.PathOf("scripts/worker.cs")}:5

            """, run.Errors);
    }

    [Fact]
    public async Task Debug_IsOn_FindsWhatWasForgotten()
    {
        _folder.Write("worker.cs", "using Belay;\n#pragma warning disable BELAY001\n_ = Work();\nawait Coro.Yield();\nstatic async Coro Work() => await Coro.Yield();\n");

        (await _folder.RunAsync("run", "worker.cs")).AssertIs(0);
        Assert.Contains("was never awaited", (await _folder.RunAsync("run", "--debug", "worker.cs")).Errors);
    }
}
