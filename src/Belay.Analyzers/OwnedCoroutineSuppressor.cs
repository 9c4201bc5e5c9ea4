using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers;

/// <summary>
/// Takes back the warnings that a call is not awaited where the call hands a coroutine to an owner, as in
/// <c>group.CreateTask(Work());</c>. The owner waits for it, so the statement forgets nothing.
/// </summary>
/// <remarks>
/// An owner is a method with an argument for a parameter marked <c>[Belay.TakesOwnership]</c>; users may mark their own. The warnings are the
/// compiler's CS4014, and what two widespread packages of analyzers have for the same: VSTHRD110 and MA0134.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OwnedCoroutineSuppressor : DiagnosticSuppressor
{
    const string Justification = "The coroutine is given to an owner, which runs it and waits for it: the call need not be awaited.";

    static readonly ImmutableDictionary<string, SuppressionDescriptor> _owned = new[]
    {
        new SuppressionDescriptor("BELAYS001", "CS4014", Justification),
        new SuppressionDescriptor("BELAYS002", "VSTHRD110", Justification),
        new SuppressionDescriptor("BELAYS003", "MA0134", Justification),
    }.ToImmutableDictionary(descriptor => descriptor.SuppressedDiagnosticId);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [.. _owned.Values.OrderBy(descriptor => descriptor.Id)];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
            {
                continue;
            }

            // The warning stands on the call that is dropped (some: on its name), never on one among its arguments.
            // The compiler has none on `group?.CreateTask(...)`.
            var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (Call(node) is { } call
                && context.GetSemanticModel(tree).GetOperation(call, context.CancellationToken) is IInvocationOperation invocation
                && Ownership.HandsOver(invocation))
            {
                context.ReportSuppression(Suppression.Create(_owned[diagnostic.Id], diagnostic));
            }
        }
    }

    static InvocationExpressionSyntax? Call(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => call,
        SimpleNameSyntax { Parent: InvocationExpressionSyntax call } => call,
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access } name when access.Name == name => call,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when call.Expression == access => call,
        _ => null,
    };
}
