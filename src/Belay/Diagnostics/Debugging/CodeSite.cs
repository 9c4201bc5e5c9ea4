using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>
/// Where in its user's code something was done, with the coroutines that await that code. Cheap to take, as far as that can be: names and
/// lines are looked up only for a report.
/// </summary>
internal sealed class CodeSite
{
    readonly StackTrace _trace;
    readonly CoroutineStack _awaiting;

    CodeSite(StackTrace trace, CoroutineStack awaiting) => (_trace, _awaiting) = (trace, awaiting);

    /// <param name="awaiting">The coroutines of the step that is running.</param>
    internal static CodeSite Capture(CoroutineStack awaiting) => new(new StackTrace(1, fNeedFileInfo: false), awaiting);

    /// <summary>The methods, innermost first: only those of the loop's users, and of what these call.</summary>
    internal IEnumerable<string> Lines()
    {
        var calls = Calls();
        var coroutine = calls.FindLast(call => call.Type.IsAssignableTo(typeof(IAsyncStateMachine))).Type;
        return calls.Select(call => Line(call.Method, call.Offset)).Concat(_awaiting.LinesAbove(coroutine));
    }

    List<(Type Type, MethodBase Method, int Offset)> Calls()
    {
        var calls = new List<(Type Type, MethodBase, int)>();
        foreach (var frame in _trace.GetFrames())
        {
            if (Method(frame) is not { DeclaringType: { } type } method) continue;
            if (type.IsAssignableTo(typeof(LoopDriver))) break;         // below it is only whoever runs the loop
            if (!IsMachinery(type, method)) calls.Add((type, method, frame.GetILOffset()));
        }
        // How the BCL has come to call somebody's code is of no interest; where it does so in between, it is.
        while (calls is [.., (var last, _, _)] && last.Assembly == typeof(object).Assembly) calls.RemoveAt(calls.Count - 1);
        return calls;
    }

    /// <summary>The library, and methods that only make a coroutine: they have no code of their user's.</summary>
    static bool IsMachinery(Type type, MethodBase method) =>
        type.Assembly == typeof(CodeSite).Assembly || type.Namespace == typeof(IAsyncStateMachine).Namespace || method.IsDefined(typeof(AsyncStateMachineAttribute));

    static string Line(MethodBase method, int offset)
    {
        var line = SourceLines.Find(method, offset);
        return ReportText.Place(MethodNames.Readable(method), line?.File, line?.Number);
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Text for people: a trimmed method is left out.")]
    static MethodBase? Method(StackFrame frame) => frame.GetMethod();
}
