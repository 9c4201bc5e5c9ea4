using Belay.Pickling.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Belay.Pickling.Tests.Generating;

public class GeneratorTests
{
    static readonly CSharpParseOptions _parsing = new(LanguageVersion.Preview);

    static readonly CSharpCompilation _project = CSharpCompilation.Create(
        "UserCode",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    [Theory]
    [InlineData("public class A<T> { }", "generic")]
    [InlineData("public abstract class A { }", "abstract")]
    [InlineData("public static class A { }", "static")]
    public void Run_TypeThatCannotBeMapped_IsAnError(string type, string reason)
    {
        var diagnostic = Assert.Single(Run($"[Picklable(\"app.A\")] {type}").Diagnostics);

        Assert.Equal("BELAYP001", diagnostic.Id);
        Assert.Contains(reason, diagnostic.GetMessage());
    }

    [Fact]
    public void Run_NameWithoutAModule_IsAnError() =>
        Assert.Contains("module", Assert.Single(Run("[Picklable(\"A\")] public class A { }").Diagnostics).GetMessage());

    [Fact]
    public void Run_BaseOfAnotherAssembly_IsAWarning() =>
        Assert.Equal("BELAYP002", Assert.Single(Run("[Picklable(\"app.A\")] public class A : System.Exception { }").Diagnostics).Id);

    [Fact]
    public void Run_AttributesOfAllKinds_AreNamedAsInPython()
    {
        var source = Run("""
            public class Base { public int Id { get; set; } }
            [Picklable("app.models.User")]
            public sealed class User : Base
            {
                public required string FullName { get; init; }
                [PickleName("mail")] public string? EMail { get; }
                [PickleIgnore] public int Cache { get; set; }
                public int Computed => 1;
                public static int Count { get; set; }
                public List<(int, string?)> HTTPCalls = [];
                int _private;
                public int Use() => _private++;
            }
            """).Source;

        Assert.Contains("""_names = ["id", "full_name", "mail", "http_calls"]""", source);
        Assert.Contains("""PickleConverter<global::User>("app.models", "User")""", source);
        Assert.Contains("AddList<", source);
        Assert.Contains("AddTuple<int, string", source);
    }

    [Theory]
    [InlineData("CreatedAt", "created_at")]
    [InlineData("Id", "id")]
    [InlineData("HTTPServer", "http_server")]
    [InlineData("X2", "x2")]
    [InlineData("already_so", "already_so")]
    public void Run_Names_AreInSnakeCase(string name, string expected) =>
        Assert.Contains($"\"{expected}\"", Run($"[Picklable(\"app.A\")] public class A {{ public int {name}; }}").Source);

    [Fact]
    public void Run_EditElsewhere_GeneratesNothingAnew()
    {
        var compilation = Compile("[Picklable(\"app.A\")] public class A { public int B; }");
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new PicklableGenerator().AsSourceGenerator()], parseOptions: _parsing, driverOptions: new(default, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGenerators(compilation);
        driver = driver.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Other;", _parsing)));

        var steps = driver.GetRunResult().Results[0].TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs);
        Assert.All(steps, output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    static (Diagnostic[] Diagnostics, string Source) Run(string source)
    {
        CSharpGeneratorDriver.Create([new PicklableGenerator().AsSourceGenerator()], parseOptions: _parsing).RunGeneratorsAndUpdateCompilation(Compile(source), out var generated, out var diagnostics);
        var errors = generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id is not ("CS0169" or "CS8618")).ToArray();
        Assert.True(errors.Length == 0, string.Join('\n', errors.Select(error => error.ToString())));
        return ([.. diagnostics], string.Join('\n', generated.SyntaxTrees.Skip(1).Select(tree => tree.ToString())));
    }

    static CSharpCompilation Compile(string source) =>
        _project.AddSyntaxTrees(CSharpSyntaxTree.ParseText($"using System.Collections.Generic;\nusing Belay.Pickling;\n{source}", _parsing));
}
