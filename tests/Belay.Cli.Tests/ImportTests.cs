namespace Belay.Cli.Tests;

public sealed class ImportTests : IDisposable
{
    readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_OfEveryKind_BringsInWhatItNamesAndNothingElse()
    {
        _folder
            .Write("scripts/worker.cs", """
                #:import .near
                #:import ..other.far
                using System.Text;
                using scripts.Helpers;
                using scripts.parts;
                using static scripts.Constants.Numbers;
                using Same = scripts.named.Config;

                Console.WriteLine($"{Helpers.Name()} {Near.Name} {Far.Name} {One.Name} {Two.Name} {Answer} {new Same()}");
                Console.WriteLine(new Config());

                class Config { public override string ToString() => "worker's"; }
                """)
            // A ring, and both have statements and a type of one name.
            .Write("scripts/Helpers.cs", """
                using scripts.worker;
                using scripts.deeper.still;
                Console.WriteLine("runs only where it is what is run");
                static class Helpers { public static string Name() => $"helpers {new Deep()} {typeof(scripts.worker.Config).Name}"; }
                class Config;
                """)
            .Write("scripts/deeper/still.cs", "namespace Acme.Own; class Deep { public override string ToString() => \"deep\"; }")
            .Write("scripts/near.cs", "static class Near { public const string Name = \"near\"; }")
            .Write("other/far.cs", "static class Far { public const string Name = \"far\"; }")
            .Write("scripts/parts/one.cs", "static class One { public const string Name = \"one\"; }")
            .Write("scripts/parts/two.cs", "namespace scripts.parts; static class Two { public const string Name = \"two\"; }")
            .Write("scripts/Constants.cs", "static class Numbers { public const int Answer = 42; }")
            .Write("scripts/named.cs", "class Config { public override string ToString() => \"named's\"; }")
            // Not C#, and nobody's business; nor is a folder that happens to be called like a namespace of .NET's.
            .Write("scripts/broken.cs", "this is not C#")
            .Write("System/Text/broken.cs", "nor is this");

        (await _folder.RunAsync("run", "-m", "scripts.worker")).AssertIs(0, "helpers deep Config near far one two 42 named's", "worker's");
        (await _folder.RunAsync("run", "-m", "scripts.Helpers")).AssertIs(0, "runs only where it is what is run");
    }

    [Fact]
    public async Task Import_FromTheWrongDirectory_SaysWhere()
    {
        _folder.Write("scripts/worker.cs", "using scripts.helpers;\n").Write("scripts/helpers.cs", "class Helpers;");
        var scripts = _folder.PathOf("scripts");

        (await _folder.RunInAsync("scripts", "run", "-m", "scripts.worker")).AssertRefused(
            "there is no module 'scripts.worker'",
            Path.Combine(scripts, "scripts", "worker.cs"),
            Path.Combine(scripts, "scripts", "worker", "Main.cs"),
            $"current directory: {scripts}",
            "nearest: worker",
            "run it from the folder above: cd .. && belay run -m scripts.worker");
        (await _folder.RunInAsync("scripts", "run", "worker.cs")).AssertRefused(
            "there is no module or namespace 'scripts.helpers', which worker.cs:1 imports", Path.Combine(scripts, "scripts", "helpers.cs"), "run it from the folder above: cd ..");
        (await _folder.RunAsync("run", "-m", "worker")).AssertRefused("nearest: scripts.worker", "run it from the folder below: cd scripts && belay run -m worker");
    }

    [Fact]
    public async Task Import_Misspelt_SaysWhatIsNearest()
    {
        _folder
            .Write("scripts/worker.cs", "// first\nusing scripts.helprs;\n")
            .Write("scripts/relative.cs", "#:import .helprs\n")
            .Write("scripts/above.cs", "#:import ...helpers\n")
            .Write("scripts/odd.cs", "#:imports .helpers\n")
            .Write("scripts/helpers.cs", "class Helpers;");

        (await _folder.RunAsync("run", "-m", "scripts.wroker")).AssertRefused("there is no module 'scripts.wroker'", "nearest: scripts.worker");
        (await _folder.RunAsync("run", "-m", "scripts.worker")).AssertRefused("'scripts.helprs', which scripts/worker.cs:2 imports", "nearest: scripts.helpers");
        (await _folder.RunAsync("run", "-m", "scripts.relative")).AssertRefused("'.helprs', which scripts/relative.cs:1 imports", "nearest there: .helpers");
        (await _folder.RunAsync("run", "-m", "scripts.above")).AssertRefused($"'...helpers', which scripts/above.cs:1 imports, is above {_folder.Path}");
        (await _folder.RunAsync("run", "-m", "scripts.odd")).AssertRefused("scripts/odd.cs:1: there is no directive '#:imports'");
        (await _folder.RunAsync("run", "scripts/wroker.cs")).AssertRefused("there is no file 'scripts/wroker.cs'", "nearest there: scripts/worker.cs");
        (await _folder.RunAsync("run", "scripts.worker")).AssertRefused("it is a module's name: belay run -m scripts.worker");
        (await _folder.RunAsync("run", "-m", "scripts/worker.cs")).AssertRefused("is no module's name", "belay run -m scripts.worker");
    }
}
