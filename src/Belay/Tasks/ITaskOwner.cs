namespace Belay;

/// <summary>Owns tasks, and is told of their ends: through the ready queue, first of all who wait for them.</summary>
internal interface ITaskOwner
{
    /// <summary>Carries the news of those that succeed.</summary>
    ref Successes Successes { get; }

    /// <summary>One has outlived its first step, so that it has a strand now. Those created before it have.</summary>
    void OnBegan(CoroTask child) { }

    /// <summary>One has a strand or is to get it, while some that were created before it may have none.</summary>
    void OnBeginningOutOfTurn(CoroTask child) { }

    /// <summary>So many have succeeded.</summary>
    void OnSucceeded(int count);

    /// <summary>One has failed or was cancelled.</summary>
    void OnEndedOtherwise(CoroTask child);
}
