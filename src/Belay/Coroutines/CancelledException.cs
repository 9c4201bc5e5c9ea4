using System.Text;

namespace Belay;

/// <summary>
/// The signal to stop, not an error: clean up, then rethrow. Thrown at the await where the innermost coroutine of a cancelled task waits.
/// asyncio.CancelledError.
/// </summary>
public sealed class CancelledException : OperationCanceledException
{
    List<(Type Type, int State)>? _passed;

    /// <summary>Makes one. Throwing it ends the task as cancelled.</summary>
    /// <param name="message">For the reader; null: a text of .NET's.</param>
    public CancelledException(string? message = null) : base(message) => Text = message;

    /// <summary>A task's cancellation that came as an exception of .NET's.</summary>
    internal CancelledException(Exception inner) : base(null, inner) { }

    /// <summary>The message it was made with.</summary>
    internal string? Text { get; }

    /// <summary>Where it was thrown, and the coroutines that it left without being thrown again, since nothing in them could have seen it.</summary>
    public override string? StackTrace
    {
        get
        {
            if (_passed is null) return base.StackTrace;
            var trace = new StringBuilder();
            foreach (var (type, state) in _passed)
            {
                var frame = StateMachineNames.Describe(type, state);
                trace.Append("   at ").Append(frame.Method);
                if (frame.File is not null) trace.Append(" in ").Append(frame.File).Append(":line ").Append(frame.Line);
                trace.AppendLine();
            }
            return trace.Append(base.StackTrace).ToString().TrimEnd();
        }
    }

    /// <summary>It ends this frame, which does not run.</summary>
    internal void Passed(Frame frame)
    {
        if (frame.Position is { } position) (_passed ??= []).Add(position);
    }
}
