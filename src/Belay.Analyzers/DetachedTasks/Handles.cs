using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.DetachedTasks;

/// <summary>What becomes of a task's handle.</summary>
static class Handles
{
    /// <summary>Whether nobody will ever see how the task ends.</summary>
    public static bool IsUnseen(Destination destination, BelaySymbols belay, int depth = 0) => destination switch
    {
        { Fate: Fate.Dropped } => !ExpectedToThrow.Covers(destination.Operation),
        { Fate: Fate.Receiver, Operation: { } use } => !Looks(use),
        { Fate: Fate.Local, Symbol: ILocalSymbol { RefKind: RefKind.None } local } =>
            depth < 4 && Variables.Reads(local, destination.Operation).All(read => IsUnseen(Destination.Of(read), belay, depth + 1)),
        { Fate: Fate.Argument, Operation: IArgumentOperation argument } => ForgetfulParameter.IsIgnored(argument) || IsHoard(argument),
        _ => false,
    };

    /// <summary>What of a task tells, or leads to, its outcome. Its name does not, nor whether it is done; nor does a request to end.</summary>
    static bool Looks(IOperation use) => use switch
    {
        IInvocationOperation call => call.TargetMethod.Name is not ("Cancel" or "Uncancel" or "GetStack" or "RemoveDoneCallback" or "ToString" or "GetHashCode"),
        IPropertyReferenceOperation property => property.Property.Name is not ("Name" or "IsDone" or "Cancelling" or "Loop" or "Id"),
        _ => true,
    };

    /// <summary>A local collection that is filled and never read again.</summary>
    static bool IsHoard(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation { TargetMethod.Name: "Add", Instance: ILocalReferenceOperation collection } add
        && add.Arguments.Length == 1
        && Variables.Values(collection.Local, collection).All(value => value is IObjectCreationOperation or ICollectionExpressionOperation or IConversionOperation { Operand: ICollectionExpressionOperation })
        && Variables.Reads(collection.Local, collection).All(read => read.Parent is IInvocationOperation { TargetMethod.Name: "Add" or "Clear" });
}
