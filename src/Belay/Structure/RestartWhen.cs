namespace Belay;

/// <summary>When <see cref="BackgroundTasks"/> starts work again that has ended.</summary>
public enum RestartWhen
{
    /// <summary>Never: its failure is reported, and that is all.</summary>
    Never,

    /// <summary>After a failure.</summary>
    OnFailure,

    /// <summary>After a failure, and when it returns.</summary>
    Always,
}
