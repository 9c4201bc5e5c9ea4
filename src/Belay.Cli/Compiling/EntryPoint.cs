using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Belay.Cli;

/// <summary>
/// The source that makes a program of the modules: a Main which calls that of the script. Its type is in the namespace Belay, whose members are left out of
/// the stacks that are shown.
/// </summary>
static class EntryPoint
{
    internal const string TypeName = "Belay.ScriptEntry";

    /// <summary>What the script's Main gives back.</summary>
    enum Result
    {
        Nothing,
        Number,
        Awaitable,
        AwaitableNumber,
    }

    internal static string Write(SourceModule entry, CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees.First(tree => tree.FilePath == entry.File);
        return tree.GetCompilationUnitRoot().Members.Count == 0 ? Empty : FindTopLevel(entry, (CSharpParseOptions)tree.Options) ?? FindMain(entry, compilation, tree);
    }

    static string Empty => Compose(Result.Nothing, "", "");

    static string? FindTopLevel(SourceModule entry, CSharpParseOptions options)
    {
        if (TopLevelCode.Of(CSharpSyntaxTree.ParseText(entry.Code, options).GetCompilationUnitRoot()) is not { } code) return null;
        var result = (code.Awaits ? Result.Awaitable : Result.Nothing) + (code.ReturnsValue ? 1 : 0);
        return Compose(result, $"global::{entry.OwnNamespace}.Program.Main(args)", "");
    }

    static string FindMain(SourceModule entry, CSharpCompilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        var mains = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(method => method.Identifier.ValueText == "Main")
            .Select(method => model.GetDeclaredSymbol(method))
            .OfType<IMethodSymbol>()
            .Where(method => method.IsStatic && !method.IsGenericMethod && HasArguments(method) is not null)
            .ToArray();
        if (mains.Length != 1)
        {
            throw new UserError(mains.Length == 0
                ? $"{Display.Path(entry.File)} has nothing to run: no statements at its top level, and no static Main."
                : $"{Display.Path(entry.File)} has more than one Main: {string.Join(", ", mains.Select(main => main.ContainingType.ToDisplayString()))}.");
        }
        return Call(entry, mains[0]);
    }

    static string Call(SourceModule entry, IMethodSymbol main)
    {
        var returned = main.ReturnType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var result = main.ReturnType.ToDisplayString() switch
        {
            "void" => Result.Nothing,
            "int" => Result.Number,
            "Belay.Coro" or "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" => Result.Awaitable,
            "Belay.Coro<int>" or "System.Threading.Tasks.Task<int>" or "System.Threading.Tasks.ValueTask<int>" => Result.AwaitableNumber,
            var other => throw new UserError($"{Display.Path(entry.File)}: Main returns {other}. It may return Coro, Coro<int>, Task, Task<int>, int or nothing."),
        };
        var takes = HasArguments(main) == true ? "string[]" : null;
        var type = string.Join(", ", new[] { takes, result == Result.Nothing ? null : returned }.OfType<string>());
        var name = result == Result.Nothing ? "global::System.Action" : "global::System.Func";
        // Nobody else can call it where it is private, as a Main usually is.
        return Compose(result, $"Script({(takes is null ? "" : "args")})", $"""
                static readonly {(type.Length == 0 ? name : $"{name}<{type}>")} Script = typeof(ScriptEntry).Assembly.GetType({Literal(MetadataName(main.ContainingType))}, true)!
                    .GetMethod("Main", global::System.Reflection.BindingFlags.Static | global::System.Reflection.BindingFlags.Public | global::System.Reflection.BindingFlags.NonPublic, [{(takes is null ? "" : "typeof(string[])")}])!
                    .CreateDelegate<{(type.Length == 0 ? name : $"{name}<{type}>")}>();
            """);
    }

    /// <summary>Whether it takes the arguments; null if it takes anything else.</summary>
    static bool? HasArguments(IMethodSymbol method) => method.Parameters switch
    {
        [] => false,
        [{ Type: IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_String } }] => true,
        _ => null,
    };

    static string MetadataName(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? $"{MetadataName(outer)}+{type.MetadataName}"
        : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName : $"{type.ContainingNamespace.ToDisplayString().Replace("@", "", StringComparison.Ordinal)}.{type.MetadataName}";

    static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    static string Compose(Result result, string call, string members)
    {
        var (main, helper) = result switch
        {
            Result.Nothing => ($"{call}; return global::System.Environment.ExitCode;", ""),
            Result.Number => ($"return {call};", ""),
            Result.Awaitable => (
                "var code = global::Belay.Coro.RunMain(Await(args)); return code != 0 ? code : global::System.Environment.ExitCode;",
                $"static async global::Belay.Coro Await(string[] args) => await {call};"),
            _ => ("return global::Belay.Coro.RunMain(Await(args));", $"static async global::Belay.Coro<int> Await(string[] args) => await {call};"),
        };
        return $$"""
            [assembly: global::System.Runtime.Versioning.TargetFramework(".NETCoreApp,Version=v{{Environment.Version.Major}}.0")]
            namespace Belay
            {
                static class ScriptEntry
                {
                    {{members}}
                    {{helper}}
                    static int Main(string[] args)
                    {
                        try { {{main}} }
                        catch (global::System.Exception error) { return global::Belay.Coro.RunMain(Failed(error)); }
                    }
            #pragma warning disable CS1998
                    static async global::Belay.Coro Failed(global::System.Exception error) => global::System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
                }
            }
            """;
    }
}
