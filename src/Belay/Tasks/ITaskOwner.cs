namespace Belay;

/// <summary>Owns tasks, and is told of their ends: through the ready queue, first of all who wait for them.</summary>
internal interface ITaskOwner
{
    /// <summary>Carries the news of those that succeed.</summary>
    ref Successes Successes { get; }

    /// <summary>So many have succeeded.</summary>
    void OnSucceeded(int count);

    /// <summary>One has failed or was cancelled.</summary>
    void OnEndedOtherwise(CoroTask child);
}
