using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;

namespace Belay;

/// <summary>
/// The way of an exception that ends some frames without being thrown in them. .NET keeps a trace of the throws; this has the rest,
/// and where between the throws it belongs.
/// </summary>
internal struct CoroutineTrace
{
    /// <summary>Most cancellations pass one coroutine, for which no list is made.</summary>
    (int Throws, Type Type, int State) _first;

    List<(int Throws, Type Type, int State)>? _others;
    int _throws;

    internal readonly bool IsEmpty => _first.Type is null;

    /// <summary>It is thrown once more, by <see cref="Rethrow"/>.</summary>
    internal void OnThrow() => _throws++;

    /// <summary>It ends this frame, which does not run.</summary>
    internal void OnPass(Frame frame)
    {
        if (frame.Position is not var (type, state)) return;
        if (IsEmpty) _first = (_throws, type, state);
        else (_others ??= []).Add((_throws, type, state));
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Text for people: a trimmed method is left out.")]
    internal readonly string Format(Exception exception)
    {
        var text = new StringBuilder();
        var (throws, passed) = (0, 0);
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is not { } method) continue;
            if (method.DeclaringType == typeof(Rethrow))
            {
                // A part of the trace begins here, so that what was passed before this throw comes first.
                AppendPassed(text, ref passed, throws++);
            }
            else if (!IsHidden(method)) text.Append(new StackTrace(frame).ToString().TrimEnd()).AppendLine();
        }
        AppendPassed(text, ref passed, int.MaxValue);
        return text.ToString().TrimEnd();
    }

    readonly (int Throws, Type Type, int State) this[int index] => index == 0 ? _first : _others![index - 1];

    readonly void AppendPassed(StringBuilder text, ref int next, int throws)
    {
        for (; next <= (_others?.Count ?? 0) && this[next].Throws <= throws; next++)
        {
            var frame = StateMachineNames.Describe(this[next].Type, this[next].State);
            text.Append("   at ").Append(frame.Method);
            if (frame.File is not null) text.Append(" in ").Append(frame.File).Append(":line ").Append(frame.Line);
            text.AppendLine();
        }
    }

    static bool IsHidden(MethodBase method) =>
        method.IsDefined(typeof(StackTraceHiddenAttribute)) || method.DeclaringType?.IsDefined(typeof(StackTraceHiddenAttribute)) == true ||
        method.DeclaringType == typeof(System.Runtime.ExceptionServices.ExceptionDispatchInfo);
}
