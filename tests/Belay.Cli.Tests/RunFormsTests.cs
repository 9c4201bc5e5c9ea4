namespace Belay.Cli.Tests;

/// <summary>All that can be run, and that it is run as it should be.</summary>
public sealed class RunFormsTests : IDisposable
{
    readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_TopLevelAwait_IsACoroutineThatReturnsTheExitCode()
    {
        _folder.Write("scripts/worker.cs", """
            #!/usr/bin/env belay
            using Belay;

            await Coro.Yield();
            Console.WriteLine(string.Join('|', args));
            Console.WriteLine(Coro.CurrentTask is not null);
            return args.Length;
            """);

        string[] arguments = ["a b", "--help", "-u", "--", "@file", "", "é", "-m"];
        string[] output = ["a b|--help|-u|--|@file||é|-m", "True"];

        (await _folder.RunAsync(["run", "-m", "scripts.worker", .. arguments])).AssertIs(8, output);
        (await _folder.RunAsync(["run", "scripts/worker.cs", .. arguments])).AssertIs(8, output);
        (await _folder.RunAsync(["run", _folder.PathOf("scripts/worker.cs"), .. arguments])).AssertIs(8, output);
        (await _folder.RunInAsync("scripts", ["run", "worker.cs", .. arguments])).AssertIs(8, output);
    }

    [Theory]
    [InlineData("private static async Coro<int> Main(string[] args) { await Coro.Yield(); Console.WriteLine(args[0]); return 7; }", 7)]
    [InlineData("static Coro Main(string[] args) { Console.WriteLine(args[0]); Environment.ExitCode = 7; return Coro.Yield(); }", 7)]
    [InlineData("public static async Task<int> Main(string[] args) { await Task.Yield(); Console.WriteLine(args[0]); return 7; }", 7)]
    [InlineData("static void Main() { Console.WriteLine(\"hi\"); }", 0)]
    public async Task Run_Main_OfAnyKind(string main, int exitCode)
    {
        _folder.Write("scripts/app/Main.cs", $$"""
            using Belay;
            namespace Whatever;
            static class App { class Inner { {{main}} } }
            """);

        (await _folder.RunAsync("run", "-m", "scripts.app", "hi")).AssertIs(exitCode, "hi");
    }

    [Fact]
    public async Task Run_FileBasedProgramOfDotNet_RunsAsThere()
    {
        // Named as a type that it uses; with a Program of its own; and a loop that it runs itself.
        _folder.Write("Console.cs", """
            using System.Text.RegularExpressions;
            using Belay;

            Console.WriteLine(Program.Words().Count("a b c"));
            Console.WriteLine(Path.GetFileName((string)AppContext.GetData("EntryPointFilePath")!));
            Coro.Run(Main());
            return Directory.GetFiles((string)AppContext.GetData("EntryPointFileDirectoryPath")!).Length;

            static async Coro Main()
            {
                await Coro.Yield();
                Console.WriteLine(new System.Globalization.CultureInfo("de-DE").NumberFormat.NumberDecimalSeparator);
            }

            partial class Program
            {
                [GeneratedRegex(@"\w+")]
                internal static partial Regex Words();
            }
            """);

        (await _folder.RunAsync("run", "Console.cs")).AssertIs(1, "3", "Console.cs", ",");
    }

    [Fact]
    public async Task Run_NothingToRun_IsSaid()
    {
        _folder.Write("types.cs", "class Some;");
        _folder.Write("wrong.cs", "static class Some { static string Main() => \"\"; }");

        (await _folder.RunAsync("run", "types.cs")).AssertRefused("types.cs has nothing to run");
        (await _folder.RunAsync("run", "wrong.cs")).AssertRefused("Main returns string. It may return Coro, Coro<int>, Task, Task<int>, int or nothing.");
        (await _folder.RunAsync("run")).AssertRefused("there is nothing to run", "belay run -m scripts.worker");
        (await _folder.RunAsync("run", "--fast", "types.cs")).AssertRefused("belay run has no option --fast");
    }
}
