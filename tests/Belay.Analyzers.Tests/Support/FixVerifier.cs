using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Belay.Analyzers.Tests;

/// <summary>Applies fixes as an editor does, and compiles what comes of it.</summary>
static class FixVerifier
{
    /// <summary>The titles of what is offered for the first report.</summary>
    public static async Task<string[]> OffersAsync<TRule, TFix>(string source)
        where TRule : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, Markup.Parse(source).Source);
        return [.. (await OffersAsync<TFix>(document, (await ReportsAsync<TRule>(document))[0])).Select(offer => offer.Title)];
    }

    /// <summary>
    /// Applies the fix of that title to one report after another until none that it is offered for is left, and, from the start again,
    /// to all of them at once. Both have to give the same text, which compiles, and in which the rule reports just what is marked.
    /// </summary>
    public static async Task VerifyAsync<TRule, TFix>(string source, string title, string expected)
        where TRule : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        await RuleVerifier.VerifyAsync<TRule>(source);
        var (before, after) = (Markup.Parse(source).Source, Markup.Parse(expected).Source);
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, before);

        Assert.Equal(after, await TextAsync(await OneByOneAsync<TRule, TFix>(document, title)));
        Assert.Equal(after, await TextAsync(await AtOnceAsync<TRule, TFix>(document, title)));
        await RuleVerifier.VerifyAsync<TRule>(expected);
    }

    static async Task<Document> OneByOneAsync<TRule, TFix>(Document document, string title)
        where TRule : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var reports = (await ReportsAsync<TRule>(document)).Length;
        for (var i = 0; i < reports; i++)
        {
            if (await FirstAsync<TRule, TFix>(document, title) is not { } action)
            {
                Assert.True(i > 0, $"'{title}' is not offered.");
                break;
            }

            document = await ApplyAsync(document, action);
        }

        return document;
    }

    static async Task<CodeAction?> FirstAsync<TRule, TFix>(Document document, string title)
        where TRule : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        foreach (var report in await ReportsAsync<TRule>(document))
        {
            if ((await OffersAsync<TFix>(document, report)).FirstOrDefault(offer => offer.Title == title) is { } action)
            {
                return action;
            }
        }

        return null;
    }

    static async Task<Document> AtOnceAsync<TRule, TFix>(Document document, string title)
        where TRule : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var fix = new TFix();
        var context = new FixAllContext(
            document, fix, FixAllScope.Document, title, fix.FixableDiagnosticIds, new Reports<TRule>(), CancellationToken.None);
        var action = await fix.GetFixAllProvider()!.GetFixAsync(context);
        return await ApplyAsync(document, action!);
    }

    static async Task<List<CodeAction>> OffersAsync<TFix>(Document document, Diagnostic report)
        where TFix : CodeFixProvider, new()
    {
        var offers = new List<CodeAction>();
        await new TFix().RegisterCodeFixesAsync(new(document, report, (action, _) => offers.Add(action), CancellationToken.None));
        return offers;
    }

    static async Task<ImmutableArray<Diagnostic>> ReportsAsync<TRule>(Document document)
        where TRule : DiagnosticAnalyzer, new()
    {
        var compilation = await document.Project.GetCompilationAsync();
        return [.. (await AnalyzerHarness.RunAsync(compilation!, [new TRule()])).Where(RuleVerifier.IsOurs).OrderBy(report => report.Location.SourceSpan.Start)];
    }

    static async Task<Document> ApplyAsync(Document document, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
    }

    static async Task<string> TextAsync(Document document) => (await document.GetTextAsync()).ToString().ReplaceLineEndings("\n");

    static Document Open(AdhocWorkspace workspace, string source)
    {
        var user = AnalyzerHarness.UserProject;
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Create(),
            "UserCode",
            "UserCode",
            LanguageNames.CSharp,
            parseOptions: AnalyzerHarness.Parsing,
            compilationOptions: user.Options,
            metadataReferences: user.References));
        foreach (var tree in user.SyntaxTrees)
        {
            workspace.AddDocument(project.Id, tree.FilePath, tree.GetText());
        }

        return workspace.AddDocument(project.Id, "User.cs", SourceText.From(source));
    }

    /// <summary>What an editor would have found in the document before it asks for a fix of all.</summary>
    sealed class Reports<TRule> : FixAllContext.DiagnosticProvider
        where TRule : DiagnosticAnalyzer, new()
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await ReportsAsync<TRule>(document)).Where(report => report.Location.SourceTree?.FilePath == "User.cs");

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await ReportsAsync<TRule>(project.Documents.Last());
    }
}
