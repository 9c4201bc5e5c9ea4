using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers;

/// <summary>In <c>Assert.Throws(() => { _ = Work(wrong); })</c> the call throws, or the test fails: nothing comes of it that could be lost.</summary>
static class ExpectedToThrow
{
    public static bool Covers(IOperation operation) =>
        Functions.EnclosingOperation(operation) is IAnonymousFunctionOperation
        {
            Parent: IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: { } test } } },
        }
        && test.StartsWith("Throw", StringComparison.Ordinal);
}
