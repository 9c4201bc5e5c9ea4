namespace Belay.Cli.Tests;

/// <summary>Packages and projects named in a script, and packages of sources.</summary>
public sealed class PackagesTests : IDisposable
{
    readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Directives_PackageAndProject_AreThereAtRunTimeToo()
    {
        _folder.OwnCache();
        _folder.Write("lib/Lib.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        _folder.Write("lib/Lib.cs", "namespace Lib; public static class Greeting { public const string Text = \"hello\"; }");
        _folder.Write("scripts/worker.cs", """
            #!/usr/bin/env dotnet
            #:package Spectre.Console@0.49.1
            #:import .words

            using Belay;
            using Spectre.Console;

            await Coro.Yield();
            Console.WriteLine(Markup.Escape($"[{Words.Hello}]"));
            #if FROM_SCRIPT
            return 7;
            #endif
            """).Write("scripts/words.cs", """
            #:project ../lib
            #:property DefineConstants=$(DefineConstants);FROM_SCRIPT
            using Lib;
            static class Words { public static string Hello => Greeting.Text; }
            """);

        (await _folder.RunAsync("run", "-m", "scripts.worker")).AssertIs(7, "[[hello]]");
        (await _folder.RunAsync("run", "-m", "scripts.worker")).AssertIs(7, "[[hello]]");
        // The project's sources are among what it is made from.
        _folder.Write("lib/Lib.cs", "namespace Lib; public static class Greeting { public static string Text => Other.Text; }").Write("lib/more/Other.cs", "namespace Lib; static class Other { public const string Text = \"changed\"; }");
        (await _folder.RunAsync("run", "-m", "scripts.worker")).AssertIs(7, "[[changed]]");
    }

    [Fact]
    public async Task Directives_Wrong_AreNamed()
    {
        _folder.Write("worker.cs", "#:package Some@1.0\n#:import .other\n").Write("other.cs", "#:package Some@2.0\n");
        (await _folder.RunAsync("run", "worker.cs")).AssertRefused("other.cs:1 wants Some@2.0, worker.cs:1 wants Some@1.0. A program can have one of them.");
        _folder.Write("worker.cs", "#:project ../nowhere\n");
        (await _folder.RunAsync("run", "worker.cs")).AssertRefused("worker.cs:1: there is no project at");
    }

    [Fact]
    public async Task Install_Editable_IsImportedLiveAndKeptOutOfProduction()
    {
        _folder.Write("tools/words.cs", "#:import .parts\nstatic class Words { public static string Hello => Parts.Hello; }").Write("tools/parts.cs", "static class Parts { public const string Hello = \"hello\"; }");
        _folder.Write("app/scripts/worker.cs", "using tools.words;\nConsole.WriteLine(Words.Hello);\n");
        var tools = _folder.PathOf("tools");

        (await _folder.RunInAsync("app", "run", "-m", "scripts.worker")).AssertRefused("there is no module or namespace 'tools.words'");
        (await _folder.RunInAsync("app", "list")).AssertEnds(0);
        (await _folder.RunInAsync("app", "install", "../tools")).AssertRefused("belay install -e ../tools");
        (await _folder.RunInAsync("app", "install", "-e", "../tools")).AssertIs(0, $"tools is {tools} from now on, as it is there");
        Assert.Equal("{\n  \"editable\": {\n    \"tools\": \"../tools\"\n  }\n}\n", File.ReadAllText(_folder.PathOf("app/belay.json")));
        (await _folder.RunInAsync("app", "list")).AssertIs(0, $"tools  {tools}  (editable)");

        (await _folder.RunInAsync("app", "run", "-m", "scripts.worker")).AssertIs(0, "hello");
        _folder.Write("tools/parts.cs", "static class Parts { public const string Hello = \"live\"; }");
        (await _folder.RunInAsync("app", "run", "-m", "scripts.worker")).AssertIs(0, "live");

        (await _folder.RunInAsync("app", "run", "--production", "-m", "scripts.worker")).AssertRefused("not in production", $"tools, from {tools}. Remove it: belay uninstall tools");
        _folder.Environment["BELAY_PRODUCTION"] = "1";
        (await _folder.RunInAsync("app", "run", "-m", "scripts.worker")).AssertRefused("not in production");
        (await _folder.RunInAsync("app", "uninstall", "tool")).AssertRefused("tool is not installed", "Nearest: tools");
        (await _folder.RunInAsync("app", "uninstall", "tools")).AssertIs(0);
        Assert.False(File.Exists(_folder.PathOf("app/belay.json")));
        _folder.Write("app/scripts/worker.cs", "Console.WriteLine(\"alone\");\n");
        (await _folder.RunInAsync("app", "run", "-m", "scripts.worker")).AssertIs(0, "alone");
    }
}
