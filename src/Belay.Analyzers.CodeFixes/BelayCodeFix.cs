using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Belay.Analyzers;

/// <summary>What all fixes have in common: one rule each, and fix-all by doing the same at each place.</summary>
public abstract class BelayCodeFix : CodeFixProvider
{
    private protected BelayCodeFix(string id) => FixableDiagnosticIds = [id];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            Register(new(context, diagnostic, root, model, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)));
        }
    }

    /// <summary>Offers what can be done at this place; nothing, if the code there is none that the fix knows.</summary>
    private protected abstract void Register(FixPlace place);

    /// <summary>One report.</summary>
    /// <param name="Context">As the host gave it.</param>
    /// <param name="Diagnostic">The report.</param>
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
}
