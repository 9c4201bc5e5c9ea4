using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.SwallowedCancellation;

/// <summary>
/// Whether all ways through a catch throw on what it caught, or say with <c>Uncancel</c> that the stop ends here.
/// </summary>
sealed class PassedOn
{
    readonly ICatchClauseOperation _handler;
    readonly BelaySymbols _belay;
    readonly HashSet<ISymbol> _caught;

    PassedOn(ICatchClauseOperation handler, BelaySymbols belay)
    {
        (_handler, _belay) = (handler, belay);
        _caught = new(SymbolEqualityComparer.Default);
        if (handler.ExceptionDeclarationOrExpression is IVariableDeclaratorOperation declarator)
        {
            _caught.Add(declarator.Symbol);
        }
    }

    [Flags]
    enum Ways
    {
        /// <summary>None that is wrong.</summary>
        None = 0,

        /// <summary>Code after this one is reached.</summary>
        On = 1,

        /// <summary>The catch is left without the exception.</summary>
        Out = 2,

        /// <summary>It is left with another exception.</summary>
        Otherwise = 4,
    }

    /// <summary>What becomes of the cancellation, in words; null if it is passed on.</summary>
    public static string? In(ICatchClauseOperation handler, BelaySymbols belay)
    {
        var search = new PassedOn(handler, belay);
        var ways = search.Of(handler.Handler);
        if (ways == Ways.None || search.IsThrownLater() || search.IsUncancelledAfterwards())
        {
            return null;
        }

        return (ways & ~Ways.Otherwise) == 0 ? "turns it into another exception" : "does not throw it on";
    }

    Ways Of(IOperation code) => code switch
    {
        IBlockOperation block => Sequence(block.Operations),
        IThrowOperation thrown => Thrown(thrown),
        IExpressionStatementOperation { Operation: IThrowOperation thrown } => Thrown(thrown),
        IReturnOperation { Kind: OperationKind.Return or OperationKind.YieldBreak } => Ends(code) ? Ways.None : Ways.Out,
        IBranchOperation branch => IsInside(branch) ? Ways.On : Ways.Out,
        IConditionalOperation choice when Ends(choice.Condition) || TellsWhoAsked(choice) => Ways.None,
        IConditionalOperation choice => Of(choice.WhenTrue) | (choice.WhenFalse is { } other ? Of(other) : Ways.On),
        ISwitchOperation choice => Cases(choice),
        IWhileLoopOperation { Condition.ConstantValue: { HasValue: true, Value: true } } loop => HasBreak(loop) ? Of(loop.Body) | Ways.On : Of(loop.Body) & ~Ways.On,
        ILoopOperation loop => Of(loop.Body) | Ways.On,
        ITryOperation inner => Inner(inner),
        IUsingOperation block => Of(block.Body),
        ILockOperation block => Of(block.Body),
        ILabeledOperation { Operation: { } labelled } => Of(labelled),
        ILocalFunctionOperation => Ways.On,
        _ => Ends(code) ? Ways.None : Ways.On,
    };

    /// <summary><c>if (Coro.CurrentTask.Cancelling > 0) throw;</c> passes on what was meant for this task; the rest is another's end.</summary>
    bool TellsWhoAsked(IConditionalOperation choice) =>
        choice.Condition.DescendantsAndSelf().Any(part => part is IPropertyReferenceOperation { Property.Name: "Cancelling" or "IsCancellationRequested" })
        && (Of(choice.WhenTrue) == Ways.None || choice.WhenFalse is { } other && Of(other) == Ways.None);

    Ways Sequence(IEnumerable<IOperation> statements)
    {
        var ways = Ways.On;
        foreach (var statement in statements)
        {
            ways = ways & ~Ways.On | Of(statement);
            if ((ways & Ways.On) == 0)
            {
                break;
            }
        }

        return ways;
    }

    Ways Thrown(IThrowOperation thrown) => thrown.Exception switch
    {
        null => Ways.None,
        { } exception when IsCaught(exception) || IsCancellation(exception) => Ways.None,
        _ => Ways.Otherwise,
    };

    Ways Cases(ISwitchOperation choice)
    {
        var ways = choice.Cases.Any(section => section.Clauses.Any(clause => clause is IDefaultCaseClauseOperation)) ? Ways.None : Ways.On;
        foreach (var section in choice.Cases)
        {
            ways |= Sequence(section.Body);
        }

        return ways;
    }

    Ways Inner(ITryOperation inner)
    {
        var last = inner.Finally is { } ending ? Of(ending) : Ways.On;
        if ((last & Ways.On) == 0)
        {
            return last;
        }

        var ways = Of(inner.Body);
        foreach (var nested in inner.Catches)
        {
            // What leaves by a throw of its own is a failure of the cleaning up, not what was made of the cancellation.
            ways |= Of(nested.Handler) & ~Ways.Otherwise;
        }

        return ways;
    }

    /// <summary>Whether this is where the way ends well: a call that throws it on, or <c>Uncancel</c>.</summary>
    bool Ends(IOperation code)
    {
        foreach (var operation in new[] { code }.Concat(Functions.OwnCode(code)))
        {
            if (operation is IInvocationOperation call && (IsUncancel(call) || ThrowsOn(call)))
            {
                return true;
            }
        }

        return false;
    }

    bool IsUncancel(IInvocationOperation call) => BelaySymbols.IsMember(call.TargetMethod, _belay.CoroTask, "Uncancel");

    bool ThrowsOn(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Throw", ContainingType.Name: "ExceptionDispatchInfo" }
        && (call.Arguments.Any(argument => IsCaught(argument.Value)) || call.Instance is { } captured && IsCaptured(captured));

    bool IsCaptured(IOperation captured)
    {
        return Variables.Origin(captured) is IInvocationOperation { TargetMethod.Name: "Capture" } capture
            && capture.Arguments.Any(argument => IsCaught(argument.Value));
    }

    bool IsCaught(IOperation value) => Variables.Origin(value) switch
    {
        ILocalReferenceOperation local => _caught.Contains(local.Local),
        _ => false,
    };

    bool IsCancellation(IOperation exception) =>
        BelaySymbols.Inherits(exception is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand.Type : exception.Type, _belay.OperationCanceledException);

    bool IsInside(IBranchOperation branch)
    {
        var reach = _handler.Handler.Syntax.Span;
        // A goto is inside too if its label is; the loop or switch of a break or continue is looked for on the way out.
        if (branch.BranchKind == BranchKind.GoTo)
        {
            return branch.Target.DeclaringSyntaxReferences.Any(label => reach.Contains(label.Span));
        }

        for (var outer = branch.Parent; outer is not null && outer != _handler; outer = outer.Parent)
        {
            if (outer is ILoopOperation loop && (BelaySymbols.Same(loop.ExitLabel, branch.Target) || BelaySymbols.Same(loop.ContinueLabel, branch.Target))
                || outer is ISwitchOperation choice && BelaySymbols.Same(choice.ExitLabel, branch.Target))
            {
                return true;
            }
        }

        return false;
    }

    static bool HasBreak(ILoopOperation loop) =>
        Functions.OwnCode(loop).Any(operation => operation is IBranchOperation branch && BelaySymbols.Same(branch.Target, loop.ExitLabel));

    /// <summary>Whether it is kept in a variable that is thrown once the cleaning up is done.</summary>
    bool IsThrownLater()
    {
        if (_caught.Count == 0)
        {
            return false;
        }

        var function = Functions.EnclosingCode(_handler);
        foreach (var operation in Functions.OwnCode(_handler.Handler))
        {
            if (operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation kept } assignment
                && (IsCaught(assignment.Value) || IsCaptured(assignment.Value))
                && Functions.OwnCode(function).Any(later => IsThrown(later, kept.Local)))
            {
                return true;
            }
        }

        return false;
    }

    static bool IsThrown(IOperation operation, ILocalSymbol kept) => operation switch
    {
        IThrowOperation { Exception: { } exception } => Unwrap(exception) is { } thrown && Variables.Refers(thrown, kept),
        IInvocationOperation { TargetMethod: { Name: "Throw", ContainingType.Name: "ExceptionDispatchInfo" } } call =>
            call.DescendantsAndSelf().Any(part => Variables.Refers(part, kept)) || IsAccessOf(call, kept),
        _ => false,
    };

    /// <summary>As in <c>kept?.Throw()</c>.</summary>
    static bool IsAccessOf(IInvocationOperation call, ILocalSymbol kept) =>
        call.Parent is IConditionalAccessOperation access && Variables.Refers(access.Operation, kept);

    static IOperation? Unwrap(IOperation? value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }

    /// <summary>Whether the code that follows the try says it, with nothing in between that could leave.</summary>
    bool IsUncancelledAfterwards()
    {
        if (_handler.Parent is not ITryOperation { Parent: IBlockOperation block } tried)
        {
            return false;
        }

        return block.Operations.SkipWhile(statement => statement != tried).Skip(1)
            .TakeWhile(statement => statement is not (IReturnOperation or IBranchOperation))
            .Any(statement => statement is IExpressionStatementOperation && Ends(statement));
    }
}
