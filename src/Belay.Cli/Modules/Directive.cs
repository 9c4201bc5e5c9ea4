namespace Belay.Cli;

/// <summary>A line "#:name value" at the top of a file.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Name">What comes first: package, project, property, sdk, import.</param>
/// <param name="Value">The rest.</param>
sealed record Directive(string File, int Line, string Name, string Value)
{
    internal const string Import = "import";

    static readonly string[] s_known = [Import, "package", "project", "property", "sdk"];

    /// <summary>Those of a file, and its text with them and the #! line made comments: of the same length, so that every place stays where it is.</summary>
    internal static (List<Directive> Directives, string Code) Read(string file, string text)
    {
        var directives = new List<Directive>();
        var code = text.ToCharArray();
        var number = 0;
        for (var start = 0; start < text.Length; number++)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var line = text[start..end].Trim();
            var hash = text.IndexOf('#', start);
            if (line.StartsWith("#:", StringComparison.Ordinal)) directives.Add(Parse(file, number + 1, line[2..].Trim()));
            else if (!(start == 0 && line.StartsWith("#!", StringComparison.Ordinal)))
            {
                // They end where the code begins; comments and blank lines may stand between.
                if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)) break;
                hash = -1;
            }
            if (hash >= 0) code[hash] = code[hash + 1] = '/';
            start = end + 1;
        }
        return (directives, new string(code));
    }

    static Directive Parse(string file, int line, string text)
    {
        var space = text.AsSpan().IndexOfAny(' ', '\t');
        var name = space < 0 ? text : text[..space];
        var value = space < 0 ? "" : text[space..].Trim();
        if (!s_known.Contains(name))
            throw new UserError($"{Display.Path(file)}:{line}: there is no directive '#:{name}'. There are #:{string.Join(", #:", s_known)}.");
        if (value.Length == 0) throw new UserError($"{Display.Path(file)}:{line}: #:{name} says nothing. {Example(name)}");
        return new Directive(file, line, name, value);
    }

    static string Example(string name) => name switch
    {
        Import => "Write '#:import .helpers' for the module beside this one, '#:import ..helpers' for one a folder above.",
        "package" => "Write '#:package Name@Version'.",
        "project" => "Write '#:project path', to a project's file or folder.",
        "sdk" => "Write '#:sdk Microsoft.NET.Sdk.Web'.",
        _ => "Write '#:property Name=Value'.",
    };
}
