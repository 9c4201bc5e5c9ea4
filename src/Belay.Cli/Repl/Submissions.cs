using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Belay.Cli;

/// <summary>What was typed so far: each piece is compiled with all before it in sight.</summary>
sealed class Submissions
{
    readonly BuildSettings _settings = PlainSettings.Create(isDebug: true);
    readonly AssemblyLoadContext _context = new("repl");
    readonly Dictionary<string, Assembly> _assemblies = [];
    CSharpCompilation? _last;

    /// <summary>The compiler's own: the objects that have the variables, and before those what it calls the host object.</summary>
    object?[] _states = [null];

    internal Submissions() => _context.Resolving += (_, name) => _assemblies.GetValueOrDefault(name.Name!);

    internal static CSharpParseOptions ParseOptions { get; } = new(kind: SourceCodeKind.Script);

    /// <summary>Runs it; the value, if it is an expression.</summary>
    /// <exception cref="CompilationFailedException">It does not compile, and nothing has happened.</exception>
    internal async Coro<object?> RunAsync(string text)
    {
        // On another thread: the tasks that run are not to wait for the compiler.
        var (compilation, assembly) = await Coro.ToThread(() => Compile(text));
        _last = compilation;
        var entry = compilation.GetEntryPoint(CancellationToken.None)!;
        var run = assembly.GetType(entry.ContainingType.MetadataName)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
        Array.Resize(ref _states, _states.Length + 1);
        return await run(_states);
    }

    (CSharpCompilation Compilation, Assembly Assembly) Compile(string text)
    {
        var name = $"prompt-{_assemblies.Count}";
        var compilation = CSharpCompilation.CreateScriptCompilation(
            name, CSharpSyntaxTree.ParseText(text, ParseOptions), _settings.References, Options(), _last);
        using var bytes = new MemoryStream();
        var result = compilation.Emit(bytes);
        if (!result.Success) throw new CompilationFailedException([.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)]);
        bytes.Position = 0;
        var assembly = _context.LoadFromStream(bytes);
        _assemblies.Add(name, assembly);
        return (compilation, assembly);
    }

    CSharpCompilationOptions Options() => new(
        OutputKind.DynamicallyLinkedLibrary, scriptClassName: $"Submission#{_assemblies.Count}", usings: [.. _settings.GlobalUsings, nameof(Belay)], allowUnsafe: true);
}
