using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers;

/// <summary>Which object or value an expression means: a variable or <c>this</c>, and the fields and properties from there to it.</summary>
/// <param name="Root">The local, the parameter or the static member; null is <c>this</c>.</param>
/// <param name="Members">From there on.</param>
sealed record AccessPath(ISymbol? Root, ImmutableArray<ISymbol> Members)
{
    public string Name => string.Join(".", Members.Select(member => member.Name).Prepend(Root?.Name).Where(name => name is not null));

    /// <summary>Null if it may be another each time.</summary>
    public static AccessPath? Of(IOperation? expression)
    {
        switch (expression is null ? null : Variables.Origin(expression))
        {
            case IInstanceReferenceOperation:
                return new(null, []);
            case IParameterReferenceOperation parameter:
                return new(parameter.Parameter, []);
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { Parameters.Length: 0 } } member:
                return member.Instance is null ? new(member.Member, []) : Of(member.Instance) is { } owner ? new(owner.Root, owner.Members.Add(member.Member)) : null;
            default:
                // A local that is written once is followed to what is written, if that has a name of its own.
                return expression is ILocalReferenceOperation local && Variables.Values(local.Local, local).Take(2).Count() < 2 ? Of(local.Local, local) : null;
        }
    }

    public bool Equals(AccessPath? other) =>
        other is not null && SymbolEqualityComparer.Default.Equals(Root, other.Root) && Members.SequenceEqual(other.Members, SymbolEqualityComparer.Default);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Members.IsEmpty ? Root : Members[Members.Length - 1]);

    // A condition made of a lock is that lock.
    static AccessPath? Of(ILocalSymbol local, IOperation reference) =>
        Variables.Values(local, reference).OfType<IOperation>().Select(Creation).FirstOrDefault() is
            { Type.Name: "AsyncCondition", Arguments.Length: 1 } condition && condition.Arguments[0].ArgumentKind != ArgumentKind.DefaultValue
            ? Of(condition.Arguments[0].Value)
            : new(local, []);

    static IObjectCreationOperation? Creation(IOperation value) => value as IObjectCreationOperation ?? (value as IConversionOperation)?.Operand as IObjectCreationOperation;
}
