using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Belay.Cli;

/// <summary>
/// Makes a module of a file. What it declares outside any namespace goes into that of its dotted name, so that two modules may have types of one name; its
/// statements at the top level become a method there, so that each may have some; its imports become the namespaces that the imported files have.
/// </summary>
/// <remarks>
/// All modules are one compilation, since they may import each other in rings. Lines are put in between, never into those of the file: a #line directive
/// after each, and blanks up to the column, keep every place where its author has it, in error messages and in stack traces.
/// </remarks>
sealed class SourceRewriter(BuildSettings settings)
{
    /// <summary>The file that lines belong to that nobody has written.</summary>
    internal const string Generated = "(generated)";

    const string Begin = $"\n#line 1 \"{Generated}\"\n";

    internal SyntaxTree Rewrite(SourceModule module)
    {
        var original = CSharpSyntaxTree.ParseText(module.Code, settings.ParseOptions, module.File, Encoding.UTF8);
        var syntax = original.GetCompilationUnitRoot();
        // The compiler says it best where the text is no C#.
        if (original.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)) return original;

        var opened = OpenedBy(module);
        var edits = new SortedDictionary<int, string>();
        Insert(edits, AfterGlobalUsings(syntax), Usings(opened.Except(PlainUsings(module, syntax))));
        var inner = Usings(settings.GlobalUsings.Concat(PlainUsings(module, syntax)).Concat(opened).Distinct());
        foreach (var part in PartsOutsideNamespaces(syntax))
        {
            var (head, tail) = part[0] is GlobalStatementSyntax
                ? ($"partial class Program {{ internal static {TopLevelCode.Of(syntax)!.ReturnType} Main(string[] args) {{", "}}}")
                : ("", "}");
            Insert(edits, part[0].FullSpan.Start, $"namespace {module.OwnNamespace} {{ {inner} {head}");
            Insert(edits, part[^1].FullSpan.End, tail);
        }
        return CSharpSyntaxTree.ParseText(SourceText.From(Apply(edits, module, syntax), Encoding.UTF8), settings.ParseOptions, module.File);
    }

    static List<string> OpenedBy(SourceModule module) =>
        [.. module.Usings.Values.Concat(module.Directed).Where(import => import.OpensAll).SelectMany(import => import.Modules).SelectMany(opened => opened.Namespaces).Distinct()];

    static IEnumerable<string> PlainUsings(SourceModule module, CompilationUnitSyntax syntax) => syntax.Usings
        .Where(directive => UsingName.IsPlain(directive) && !IsModule(module, directive))
        .Select(directive => directive.NamespaceOrType.ToString().Replace("global::", "", StringComparison.Ordinal));

    static bool IsModule(SourceModule module, UsingDirectiveSyntax directive) =>
        UsingName.IsPlain(directive) && UsingName.Of(directive) is { } name && module.Usings.TryGetValue(name, out var import) && import.OpensAll;

    static string Usings(IEnumerable<string> namespaces) => string.Concat(namespaces.Select(name => $"using global::{name}; "));

    static int AfterGlobalUsings(CompilationUnitSyntax syntax)
    {
        var last = (SyntaxNode?)syntax.Usings.LastOrDefault(directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)) ?? syntax.Externs.LastOrDefault();
        return last?.FullSpan.End ?? 0;
    }

    /// <summary>Members that follow each other: statements, or types.</summary>
    static IEnumerable<IReadOnlyList<MemberDeclarationSyntax>> PartsOutsideNamespaces(CompilationUnitSyntax syntax)
    {
        var part = new List<MemberDeclarationSyntax>();
        foreach (var member in syntax.Members)
        {
            var goesOn = part.Count > 0 && member is not BaseNamespaceDeclarationSyntax && member is GlobalStatementSyntax == part[0] is GlobalStatementSyntax;
            if (!goesOn && part.Count > 0)
            {
                yield return part;
                part = [];
            }
            if (member is not BaseNamespaceDeclarationSyntax) part.Add(member);
        }
        if (part.Count > 0) yield return part;
    }

    static void Insert(SortedDictionary<int, string> edits, int position, string text)
    {
        if (text.Length > 0) edits[position] = edits.TryGetValue(position, out var before) ? before + text : text;
    }

    static string Apply(SortedDictionary<int, string> edits, SourceModule module, CompilationUnitSyntax syntax)
    {
        var source = module.Code.ToCharArray();
        foreach (var directive in syntax.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>())
            if (IsModule(module, directive)) Blank(source, directive.Span);
        var text = new StringBuilder();
        var done = 0;
        foreach (var (position, inserted) in edits)
        {
            text.Append(source, done, position - done).Append(Begin).Append(inserted);
            var place = module.Source.Lines.GetLinePosition(position);
            text.Append($"\n#line {place.Line + 1} \"{module.File}\"\n").Append(' ', place.Character);
            done = position;
        }
        return text.Append(source, done, source.Length - done).ToString();
    }

    static void Blank(char[] source, TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
            if (source[i] is not ('\n' or '\r')) source[i] = ' ';
    }
}
