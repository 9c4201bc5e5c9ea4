namespace Belay;

/// <summary>Who gets the outcome of a strand.</summary>
internal interface IStrandOwner
{
    /// <summary>The task that code on the strand belongs to.</summary>
    CoroTask? Task { get; }

    /// <summary>The strand, until it has finished.</summary>
    TaskStrand? Strand { get; }

    /// <summary>Grows from one that is created to the next.</summary>
    long Order { get; }

    /// <summary>It has got its strand.</summary>
    void Start(TaskStrand strand);

    /// <summary>The root has finished: the owner takes its outcome and recycles it. The strand is somebody else's from now on.</summary>
    void OnFinished(Frame root, in StrandEnd end);
}

/// <summary>What of a finished strand the owner has to know.</summary>
/// <param name="IsCancelRequested">A cancellation was asked for and has not been delivered.</param>
/// <param name="Message">Its message.</param>
/// <param name="IsCancellation">The root has failed with an exception that means the task's cancellation.</param>
/// <param name="Context">Its context, as the last step left it.</param>
internal readonly record struct StrandEnd(bool IsCancelRequested, string? Message, bool IsCancellation, ExecutionContext? Context);
