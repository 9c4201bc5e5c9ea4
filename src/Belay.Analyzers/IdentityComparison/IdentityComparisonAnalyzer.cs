using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.IdentityComparison;

/// <summary>BELAY013: <c>==</c> asks whether two are the same object, where equality means something else.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IdentityComparisonAnalyzer() : BelayAnalyzer(_rule)
{
    static readonly DiagnosticDescriptor _rule = Rule.Create(
        "BELAY013",
        "== compares by identity what has an equality of its own",
        "'{0}' asks whether both are the same object: {1}. Write Equals, or ReferenceEquals if identity is meant.",
        DiagnosticSeverity.Warning);

    private protected override void Start(CompilationStartAnalysisContext context, BelaySymbols belay) =>
        context.RegisterOperationAction(Analyze, OperationKind.BinaryOperator);

    static void Analyze(OperationAnalysisContext context)
    {
        var comparison = (IBinaryOperation)context.Operation;
        if (comparison is not { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, IsLifted: false }
            || !IsReference(comparison.LeftOperand) || !IsReference(comparison.RightOperand))
        {
            return;
        }

        var (left, right) = (Operand.Of(comparison.LeftOperand), Operand.Of(comparison.RightOperand));
        if (Reason(left, right) is { } reason && !DefinesEquality(comparison, context.ContainingSymbol))
        {
            var sign = comparison.OperatorKind == BinaryOperatorKind.Equals ? "==" : "!=";
            context.ReportDiagnostic(Diagnostic.Create(_rule, comparison.Syntax.GetLocation(), sign, reason));
        }
    }

    static string? Reason(Operand left, Operand right)
    {
        // A box made for the comparison is a new object: it is the same as no other.
        if (left.IsFreshBox || right.IsFreshBox || left.IsBox && right.IsBox)
        {
            return "they are boxed values";
        }

        // What a cast to object, or this, is compared with is compared by identity on purpose. One that has the operator, and is compared
        // with an object, is the compiler's to report.
        if (left.IsDeliberate || right.IsDeliberate || left.HasOperator || right.HasOperator)
        {
            return null;
        }

        return (left.EqualsOverride ?? right.EqualsOverride) is { } type ? $"{type.Name} overrides Equals and has no operator" : null;
    }

    static bool IsReference(IOperation operand) =>
        operand is { Type: { IsReferenceType: true, TypeKind: not TypeKind.Dynamic }, ConstantValue: not { HasValue: true, Value: null } };

    /// <summary>Whether this is the code that says what equality is: it begins with identity.</summary>
    static bool DefinesEquality(IOperation comparison, ISymbol member) =>
        Functions.Enclosing(comparison, member) is IMethodSymbol { Name: "Equals" or "CompareTo" or "Compare" or "op_Equality" or "op_Inequality" };
}
