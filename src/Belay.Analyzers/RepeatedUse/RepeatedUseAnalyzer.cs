using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.RepeatedUse;

/// <summary>BELAY009: a coroutine is used a second time on some path, or kept where that is about to happen.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepeatedUseAnalyzer() : BelayAnalyzer(_rule)
{
    static readonly DiagnosticDescriptor _rule = Rule.Create(
        "BELAY009",
        "A coroutine is used twice",
        "{0}: a coroutine can be used once; start it as a task, which can be awaited any number of times",
        DiagnosticSeverity.Error);

    private protected override void Start(CompilationStartAnalysisContext context, BelaySymbols belay)
    {
        context.RegisterOperationAction(operation => AnalyzeLocal(operation, belay), OperationKind.VariableDeclarator);
        context.RegisterOperationBlockAction(block => AnalyzeMethod(block, belay));
        context.RegisterOperationAction(operation => AnalyzeFunction(operation, belay), OperationKind.LocalFunction, OperationKind.AnonymousFunction);
        context.RegisterOperationAction(
            operation => AnalyzeKept(operation, belay),
            OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment, OperationKind.FieldInitializer, OperationKind.PropertyInitializer);
    }

    static void AnalyzeLocal(OperationAnalysisContext context, BelaySymbols belay)
    {
        var declarator = (IVariableDeclaratorOperation)context.Operation;
        if (!belay.IsCoroutine(declarator.Symbol.Type) || !Variables.Values(declarator.Symbol, declarator).Any(value => Coroutines.IsMade(value, belay)))
        {
            return;
        }

        var uses = new Uses(declarator.Symbol, declarator, belay);
        if (uses.Count == 0 || Graphs.Enclosing(declarator, context.GetControlFlowGraph(), context.CancellationToken) is not { } graph)
        {
            return;
        }

        Report(context.ReportDiagnostic, uses.FindRepeated(graph), declarator.Symbol);
    }

    static void AnalyzeMethod(OperationBlockAnalysisContext context, BelaySymbols belay)
    {
        if (context.OwningSymbol is IMethodSymbol method && HasCoroutine(method, belay))
        {
            foreach (var body in context.OperationBlocks)
            {
                if (body is IBlockOperation)
                {
                    AnalyzeParameters(method, body, belay, context.ReportDiagnostic, () => context.GetControlFlowGraph(body));
                }
            }
        }
    }

    static void AnalyzeFunction(OperationAnalysisContext context, BelaySymbols belay)
    {
        var (function, body) = context.Operation switch
        {
            ILocalFunctionOperation local => (local.Symbol, local.Body),
            IAnonymousFunctionOperation lambda => (lambda.Symbol, (IOperation?)lambda.Body),
            _ => default,
        };
        if (function is not null && body is not null && HasCoroutine(function, belay))
        {
            AnalyzeParameters(
                function, body, belay, context.ReportDiagnostic, () => Graphs.Enclosing(body, context.GetControlFlowGraph(), context.CancellationToken));
        }
    }

    static bool HasCoroutine(IMethodSymbol function, BelaySymbols belay) => function.Parameters.Any(parameter => belay.IsCoroutine(parameter.Type));

    static void AnalyzeParameters(
        IMethodSymbol function, IOperation body, BelaySymbols belay, Action<Diagnostic> report, Func<ControlFlowGraph?> makeGraph)
    {
        foreach (var parameter in function.Parameters)
        {
            if (!belay.IsCoroutine(parameter.Type) || parameter.RefKind != RefKind.None)
            {
                continue;
            }

            var uses = new Uses(parameter, body, belay);
            if (uses.Count > 0 && makeGraph() is { } graph)
            {
                Report(report, uses.FindRepeated(graph), parameter);
            }
        }
    }

    static void AnalyzeKept(OperationAnalysisContext context, BelaySymbols belay)
    {
        var (type, value, kept) = context.Operation switch
        {
            IAssignmentOperation { Target: IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } target } assignment =>
                (target.Type, assignment.Value, target.Member),
            IFieldInitializerOperation field => (field.Value.Type, field.Value, field.InitializedFields.FirstOrDefault()),
            IPropertyInitializerOperation property => (property.Value.Type, property.Value, (ISymbol?)property.InitializedProperties.FirstOrDefault()),
            _ => default,
        };
        // A property of somebody else's may do with it what it likes.
        if (kept is not null && belay.IsCoroutine(NotNull(type)) && kept.DeclaringSyntaxReferences.Length > 0 && Coroutines.IsMade(value, belay))
        {
            context.ReportDiagnostic(Diagnostic.Create(_rule, value.Syntax.GetLocation(), $"It is kept in '{kept.Name}', for whoever comes first"));
        }
    }

    static ITypeSymbol? NotNull(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    static void Report(Action<Diagnostic> report, IEnumerable<IOperation> repeated, ISymbol variable)
    {
        foreach (var use in repeated)
        {
            // For the fix: where to make a task of it.
            var declaration = variable is ILocalSymbol ? variable.Locations.Take(1) : [];
            report(Diagnostic.Create(_rule, use.Syntax.GetLocation(), declaration, $"'{variable.Name}' may have been used before"));
        }
    }
}
