using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.TaskAwaitsCoroutine;

/// <summary>BELAY015: an async method of .NET's kind awaits a coroutine; its callers leave the structure.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskAwaitsCoroutineAnalyzer() : BelayAnalyzer(_rule)
{
    static readonly DiagnosticDescriptor _rule = Rule.Create(
        "BELAY015",
        "An async method that awaits a coroutine is no coroutine",
        "'{0}' awaits a coroutine and is async {1}: it begins at the call, nobody owns it, and without a loop it fails. Let it return {2}.",
        DiagnosticSeverity.Info);

    private protected override void Start(CompilationStartAnalysisContext context, BelaySymbols belay) =>
        context.RegisterOperationAction(operation => Analyze(operation, belay), OperationKind.Await);

    static void Analyze(OperationAnalysisContext context, BelaySymbols belay)
    {
        var wait = (IAwaitOperation)context.Operation;
        if (!belay.IsAwaitable(wait.Operation.Type)
            || Functions.Enclosing(wait, context.ContainingSymbol) is not IMethodSymbol { IsAsync: true } method
            || !IsOfTask(method)
            || IsFixedByOthers(method)
            || !IsFirst(wait, belay)
            || Name(Functions.EnclosingOperation(wait), method) is not { } name)
        {
            return;
        }

        var (kind, better) = method.ReturnType is INamedTypeSymbol { TypeArguments.Length: 1 } task
            ? ($"Task<{task.TypeArguments[0].ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}>", $"Coro<{task.TypeArguments[0].ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}>")
            : (method.ReturnsVoid ? "void" : "Task", "Coro");
        context.ReportDiagnostic(Diagnostic.Create(_rule, name.GetLocation(), name.ValueText, kind, better));
    }

    static bool IsOfTask(IMethodSymbol method) =>
        method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { Name: "Task", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };

    /// <summary>What an interface or a base class demands is where others' world begins; so is the program's entry point.</summary>
    static bool IsFixedByOthers(IMethodSymbol method) =>
        method.IsOverride
        || !method.ExplicitInterfaceImplementations.IsEmpty
        || method.MethodKind == MethodKind.Ordinary && method.ContainingType.AllInterfaces
            .SelectMany(contract => contract.GetMembers(method.Name))
            .Any(member => BelaySymbols.Same(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    static bool IsFirst(IAwaitOperation wait, BelaySymbols belay)
    {
        foreach (var operation in Functions.OwnCode(Functions.EnclosingCode(wait)))
        {
            if (operation is IAwaitOperation other && other.Syntax.SpanStart < wait.Syntax.SpanStart && belay.IsAwaitable(other.Operation.Type))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The name to report at; null for a lambda whose type is not its own choice.</summary>
    static SyntaxToken? Name(IOperation? function, IMethodSymbol method) => function switch
    {
        ILocalFunctionOperation { Syntax: LocalFunctionStatementSyntax local } => local.Identifier,
        IAnonymousFunctionOperation lambda => Variable(lambda),
        _ => (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as MethodDeclarationSyntax)?.Identifier,
    };

    static SyntaxToken? Variable(IAnonymousFunctionOperation lambda) =>
        lambda.Syntax.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax } } declarator }
            ? declarator.Identifier
            : null;
}
