namespace Belay.Cli.Tests;

/// <summary>What is kept of a run, and when it is used. Whether a script was compiled is told by its warning: that is shown only then.</summary>
public sealed class CacheTests : IDisposable
{
    const string Warning = "warning CS0219";

    readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_Again_CompilesOnlyWhatHasChanged()
    {
        _folder.OwnCache();
        _folder.Write("scripts/worker.cs", "using scripts.helpers;\nvar unused = 1;\nConsole.WriteLine(Helpers.Name);\n").Write("scripts/helpers/a.cs", "static class Helpers { public const string Name = \"a\"; }");

        await CompilesAsync("a");
        await RunsAsync("a");
        // By content: that it was written again is nothing.
        _folder.Write("scripts/helpers/a.cs", File.ReadAllText(_folder.PathOf("scripts/helpers/a.cs")));
        await RunsAsync("a");
        _folder.Write("scripts/helpers/a.cs", "static class Helpers { public const string Name = Other.Name; }").Write("scripts/helpers/b.cs", "static class Other { public const string Name = \"b\"; }");
        _folder.Write("scripts/helpers/a.cs", "using scripts.helpers.b;\n" + File.ReadAllText(_folder.PathOf("scripts/helpers/a.cs")));
        await CompilesAsync("b");
        // A file that would be found first.
        _folder.Write("scripts/helpers.cs", "static class Helpers { public const string Name = \"first\"; }");
        await CompilesAsync("first");
        await RunsAsync("first");
    }

    [Fact]
    public async Task Cache_Broken_IsMended()
    {
        var cache = _folder.OwnCache();
        _folder.Write("scripts/worker.cs", "var unused = 1;\nConsole.WriteLine(\"works\");\n");
        await CompilesAsync("works");

        var record = Directory.GetFiles(Path.Combine(cache, "index")).Single();
        File.WriteAllBytes(record, File.ReadAllBytes(record)[..40]);
        await CompilesAsync("works");
        File.Delete(Directory.GetFiles(cache, "program.dll", SearchOption.AllDirectories).Single());
        await CompilesAsync("works");
        // Half-way through writing a product, and a record.
        Directory.CreateDirectory(Path.Combine(cache, "programs", "abc.part-1"));
        File.WriteAllText(Path.Combine(cache, "index", "abc.part-1"), "");
        await RunsAsync("works");

        Assert.Contains("1 compiled programs", (await _folder.RunAsync("cache")).Output);
        (await _folder.RunAsync("cache", "clear")).AssertIs(0, "1 compiled programs removed");
        Assert.Empty(Directory.GetFiles(cache, "program.*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Cache_Full_LosesWhatIsNotInUse()
    {
        var cache = _folder.OwnCache();
        _folder.Environment["BELAY_CACHE_MB"] = "0";
        _folder.Write("waits.cs", "Console.Error.WriteLine(\"ready\"); Console.ReadLine(); Console.WriteLine(Late.Name); static class Late { public static string Name => \"late\"; }");
        _folder.Write("other.cs", "Console.WriteLine(\"other\");");
        await using var waiting = _folder.Start("run", "waits.cs");
        Assert.Equal("ready", await waiting.Errors.ReadLineAsync().OrHang());
        Assert.Single(Products());

        (await _folder.RunAsync("run", "other.cs")).AssertIs(0, "other");
        Assert.Equal(2, Products().Length);
        (await _folder.RunAsync("cache", "clear")).AssertIs(0, "1 compiled programs removed, 1 in use left");

        (await waiting.ExitAsync()).AssertIs(0, "late");
        (await _folder.RunAsync("run", "other.cs")).AssertIs(0, "other");
        Assert.Single(Products());

        string[] Products() => Directory.GetFiles(cache, "program.dll", SearchOption.AllDirectories);
    }

    [Fact]
    public async Task Cache_Cold_TwoAtOnceBothRun()
    {
        var cache = _folder.OwnCache();
        _folder.Write("scripts/worker.cs", "Console.WriteLine(\"works\");\n");

        var both = await Task.WhenAll(_folder.RunAsync("run", "-m", "scripts.worker"), _folder.RunAsync("run", "-m", "scripts.worker"));

        foreach (var one in both) one.AssertIs(0, "works");
        Assert.Single(Directory.GetFiles(cache, "program.dll", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetFileSystemEntries(cache, "*.part-*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Cache_Nowhere_RunsAndSaysSo()
    {
        _folder.Write("worker.cs", "using Belay;\nawait Coro.Yield();\nthrow new InvalidOperationException(\"in line 3\");\n").Write("file", "");

        // A file in the place of the folder, which not even root can write to; the file system of the processes; no home.
        foreach (var (variable, value, obstacle) in ((string, string?, string)[])
            [("BELAY_CACHE", _folder.PathOf("file"), "file"), ("HOME", "/proc/none", "/proc/none"), ("HOME", null, "neither BELAY_CACHE nor HOME is set")])
        {
            _folder.Environment["BELAY_CACHE"] = null;
            _folder.Environment[variable] = value;
            var run = await _folder.RunAsync("run", "worker.cs");
            Assert.Equal(1, run.ExitCode);
            Assert.Contains("belay: not kept, so every run compiles anew:", run.Errors);
            Assert.Contains(obstacle, run.Errors);
            Assert.Contains("InvalidOperationException: in line 3", run.Errors);
            Assert.Contains("worker.cs:3", run.Errors);
            (await _folder.RunAsync("cache", "clear")).AssertEnds(variable == "HOME" && value is null ? 1 : 0);
        }
    }

    async Task CompilesAsync(string output)
    {
        var run = await _folder.RunAsync("run", "-m", "scripts.worker");
        Assert.Contains(Warning, run.Errors);
        Assert.Equal((0, $"{output}\n"), (run.ExitCode, run.Output));
    }

    async Task RunsAsync(string output) => (await _folder.RunAsync("run", "-m", "scripts.worker")).AssertIs(0, output);
}
