using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Belay.Analyzers.RepeatedUse;

/// <summary>Makes a task of the coroutine where it is made, and of the field or variable one that holds tasks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RepeatedUseFix() : BelayCodeFix("BELAY009")
{
    private protected override void Register(FixPlace place)
    {
        if (Kept(place.Node, place.Model) is { } kept and not IParameterSymbol
            && kept.DeclaringSyntaxReferences is { Length: 1 } declared && declared[0].SyntaxTree == place.Root.SyntaxTree)
        {
            place.Offer("Start it as a task", token => ChangeAsync(place, declared[0].GetSyntax(token), kept));
        }
    }

    /// <summary>The variable, field or property: what is used again, or what the value is kept in.</summary>
    static ISymbol? Kept(SyntaxNode node, SemanticModel model)
    {
        if (model.GetSymbolInfo(node).Symbol is { } used and (ILocalSymbol or IParameterSymbol))
        {
            return used;
        }

        return node.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Right == node => model.GetSymbolInfo(assignment.Left).Symbol,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => model.GetDeclaredSymbol(variable),
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => model.GetDeclaredSymbol(property),
            _ => null,
        };
    }

    static Task<Document> ChangeAsync(FixPlace place, SyntaxNode declaration, ISymbol kept)
    {
        var values = declaration.DescendantNodes().OfType<EqualsValueClauseSyntax>().Where(clause => clause.Parent == declaration).Select(clause => clause.Value)
            .Concat(place.Root.DescendantNodes().OfType<AssignmentExpressionSyntax>()
                .Where(assignment => SymbolEqualityComparer.Default.Equals(place.Model.GetSymbolInfo(assignment.Left).Symbol, kept))
                .Select(assignment => assignment.Right))
            .Where(value => place.Model.GetTypeInfo(value).Type is { Name: "Coro" })
            .ToArray();
        var type = declaration switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variables } => variables.Type,
            PropertyDeclarationSyntax property => property.Type,
            _ => null,
        };
        var root = place.Root.ReplaceNodes(
            values.Append<SyntaxNode?>(type).OfType<SyntaxNode>(),
            (old, current) => old == type ? TaskType(type) : Started((ExpressionSyntax)current));
        return Task.FromResult(place.Context.Document.WithSyntaxRoot(root));
    }

    static ExpressionSyntax Started(ExpressionSyntax value) =>
        InvocationExpression(ParseExpression("Coro.CreateTask"), ArgumentList(SingletonSeparatedList(Argument(value.WithoutTrivia())))).WithTriviaFrom(value);

    /// <summary>The type's own name and arguments, with that of the task: Coro&lt;int&gt; is CoroTask&lt;int&gt;, and that is a CoroTask too.</summary>
    static TypeSyntax TaskType(TypeSyntax type) => type switch
    {
        NullableTypeSyntax nullable => nullable.WithElementType(TaskType(nullable.ElementType)),
        GenericNameSyntax generic => generic.WithIdentifier(Identifier("CoroTask").WithTriviaFrom(generic.Identifier)),
        IdentifierNameSyntax { IsVar: false } simple => simple.WithIdentifier(Identifier("CoroTask").WithTriviaFrom(simple.Identifier)),
        _ => type,
    };
}
