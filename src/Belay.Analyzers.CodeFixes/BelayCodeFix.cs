using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Belay.Analyzers;

/// <summary>What all fixes have in common: one rule each, and fix-all by doing the same at one place after another.</summary>
public abstract class BelayCodeFix : CodeFixProvider
{
    private protected BelayCodeFix(string id) => FixableDiagnosticIds = [id];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new OneAfterAnother(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is not null)
        {
            foreach (var diagnostic in context.Diagnostics)
            {
                await RegisterAsync(context, diagnostic, root, Find(root, diagnostic)).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Offers what can be done at this place; nothing, if the code there is none that the fix knows.</summary>
    private protected abstract void Register(FixPlace place);

    static SyntaxNode Find(SyntaxNode root, Diagnostic diagnostic) => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    async Task RegisterAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is { } model)
        {
            Register(new(context, diagnostic, root, model, node));
        }
    }

    /// <summary>One report.</summary>
    /// <param name="Context">As the host gave it.</param>
    /// <param name="Diagnostic">The report. In the course of a fix of all its location is that of before.</param>
    /// <param name="Root">Of its document.</param>
    /// <param name="Model">Of its document.</param>
    /// <param name="Node">What it stands on, the innermost node of that span.</param>
    private protected readonly record struct FixPlace(
        CodeFixContext Context, Diagnostic Diagnostic, SyntaxNode Root, SemanticModel Model, SyntaxNode Node)
    {
        /// <summary>Offers to put another node in the place of one. Titles are the keys by which fix-all knows what to do elsewhere.</summary>
        public void Offer(string title, SyntaxNode old, SyntaxNode replacement)
        {
            var (document, root) = (Context.Document, Root);
            Offer(title, _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(old, replacement))));
        }

        /// <summary>Offers a change of the document.</summary>
        public void Offer(string title, Func<CancellationToken, Task<Document>> change) =>
            Context.RegisterCodeFix(CodeAction.Create(title, change, equivalenceKey: title), Diagnostic);
    }

    /// <summary>
    /// Each fix sees the document as those before have left it. The host's own way, which merges changes made side by side, loses those that
    /// touch, and two in one statement do.
    /// </summary>
    sealed class OneAfterAnother(BelayCodeFix fix) : DocumentBasedFixAllProvider
    {
        protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics)
        {
            var cancellation = fixAllContext.CancellationToken;
            if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
            {
                return document;
            }

            var places = diagnostics.OrderBy(report => report.Location.SourceSpan.Start)
                .Select(report => (Report: report, Node: Find(root, report), Mark: new SyntaxAnnotation()))
                .ToArray();
            document = document.WithSyntaxRoot(root.ReplaceNodes(
                places.Select(place => place.Node),
                (old, current) => current.WithAdditionalAnnotations(places.Where(place => place.Node == old).Select(place => place.Mark))));
            foreach (var (report, _, mark) in places)
            {
                document = await FixAsync(document, report, mark, fixAllContext.CodeActionEquivalenceKey, cancellation).ConfigureAwait(false);
            }

            return document;
        }

        async Task<Document> FixAsync(Document document, Diagnostic report, SyntaxAnnotation mark, string? title, CancellationToken cancellation)
        {
            var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            // A fix before may have taken it away, or settled it too.
            if (root?.GetAnnotatedNodes(mark).FirstOrDefault() is not { } node)
            {
                return document;
            }

            CodeAction? chosen = null;
            var context = new CodeFixContext(document, report, (action, _) => chosen ??= action.EquivalenceKey == title ? action : null, cancellation);
            await fix.RegisterAsync(context, report, root, node).ConfigureAwait(false);
            if (chosen is null)
            {
                return document;
            }

            var operations = await chosen.GetOperationsAsync(cancellation).ConfigureAwait(false);
            return operations.OfType<ApplyChangesOperation>().First().ChangedSolution.GetDocument(document.Id) ?? document;
        }
    }
}
