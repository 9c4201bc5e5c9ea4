using System.Diagnostics;

namespace Belay;

/// <summary>Where in the source something was acquired: for debug mode, since it looks at the whole stack.</summary>
internal static class AcquisitionSite
{
    /// <param name="awaiting">The coroutine that has waited for it; null if it is on the native stack, not having had to wait.</param>
    internal static string? Find(Frame? awaiting)
    {
        for (var frame = awaiting; frame is not null; frame = frame.Parent)
            if (frame.Position is var (type, state)) return ReportText.Place(StateMachineNames.Describe(type, state));
        return StackLines.Read(new StackTrace(fNeedFileInfo: true).ToString()).FirstOrDefault();
    }
}
