using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers;

/// <summary>
/// Takes back CS4014 ("this call is not awaited") where the call hands a coroutine to an owner, as in
/// <c>group.CreateTask(Work());</c>. The owner waits for it, so the statement forgets nothing.
/// </summary>
/// <remarks>An owner is a method with an argument for a parameter marked <c>[Belay.TakesOwnership]</c>; users may mark their own.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OwnedCoroutineSuppressor : DiagnosticSuppressor
{
    static readonly SuppressionDescriptor _owned = new(
        id: "BELAYS001",
        suppressedDiagnosticId: "CS4014",
        justification: "The coroutine is given to an owner, which runs it and waits for it: the call need not be awaited.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [_owned];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
            {
                continue;
            }

            // The warning stands on the call that is dropped, never on one among its arguments. There is none on `group?.CreateTask(...)`.
            var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (node is InvocationExpressionSyntax call
                && context.GetSemanticModel(tree).GetOperation(call, context.CancellationToken) is IInvocationOperation invocation
                && invocation.Arguments.Any(IsOwned))
            {
                context.ReportSuppression(Suppression.Create(_owned, diagnostic));
            }
        }
    }

    // An argument that the caller left out is the method's own default: nothing was handed over.
    static bool IsOwned(IArgumentOperation argument) =>
        argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter is { } parameter && parameter.GetAttributes().Any(IsTakesOwnership);

    // By name, not by symbol: a library may carry an internal copy of the attribute rather than depend on Belay.
    static bool IsTakesOwnership(AttributeData attribute) =>
        attribute.AttributeClass is
        {
            Name: "TakesOwnershipAttribute",
            ContainingNamespace: { Name: "Belay", ContainingNamespace.IsGlobalNamespace: true },
        };
}
