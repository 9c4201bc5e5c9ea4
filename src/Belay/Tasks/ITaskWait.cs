namespace Belay;

/// <summary>A wait that only certain tasks can end, by going on or by ending: for the search for deadlocks.</summary>
internal interface ITaskWait : IWait
{
    /// <summary>All of them have to.</summary>
    IEnumerable<CoroTask> Blockers { get; }

    /// <summary>What somebody does who waits here because of one of them: "awaits Task-2".</summary>
    string Describe(CoroTask blocker);
}
