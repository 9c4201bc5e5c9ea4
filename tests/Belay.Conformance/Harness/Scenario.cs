using System.Reflection;

namespace Belay.Conformance;

/// <summary>A Python script, the C# beside it and the trace that both must leave. Named "Topic/Name", as its three files are.</summary>
sealed record Scenario(string Name)
{
    public string Script => $"{ScenarioCatalog.Folder}/{Name}.py";

    public string Source => $"{ScenarioCatalog.Folder}/{Name}.cs";

    public string TraceFile => $"{ScenarioCatalog.Folder}/{Name}.trace";

    /// <summary>What it shows, in a sentence or two: the comment that both sides begin with.</summary>
    public string Title => string.Join(' ', Comments.TakeWhile(line => !line.StartsWith(CoversMark, StringComparison.Ordinal)));

    /// <summary>The names of Python's that it proves something about: the line "# covers:" of the script.</summary>
    public string[] Covers =>
        Comments.FirstOrDefault(line => line.StartsWith(CoversMark, StringComparison.Ordinal)) is { } line
            ? line[CoversMark.Length..].Split(',', StringSplitOptions.TrimEntries)
            : [];

    const string CoversMark = "covers: ";

    IEnumerable<string> Comments => ScenarioCatalog.Read(Script).TakeWhile(line => line.StartsWith("# ", StringComparison.Ordinal)).Select(line => line[2..]);

    public string[] ReadTrace() => ScenarioCatalog.Read(TraceFile);

    /// <summary>Runs the C# and gives the trace it leaves.</summary>
    public IReadOnlyList<string> Play()
    {
        var type = $"Belay.Conformance.Scenarios.{Name.Replace('/', '.')}";
        var main = Type.GetType(type)?.GetMethod("Main", BindingFlags.Public | BindingFlags.Static, []);
        return main is null
            ? throw new MissingMethodException(type, "Main")
            : Record(() => Run(main));
    }

    static void Run(MethodInfo main)
    {
        if (main.ReturnType == typeof(void)) main.CreateDelegate<Action>()();
        else Coro.Run(main.CreateDelegate<Func<Coro>>()(), Options);
    }
}
