namespace Belay.Conformance;

/// <summary>Records the traces anew from CPython 3.13 and shows what changed. The tests compare with what is recorded.</summary>
static class Program
{
    static int Main()
    {
        if (Python.Found is not { } python)
        {
            Console.Error.WriteLine(Python.NotFound);
            return 1;
        }
        var changed = Recorder.RecordTraces(python, Console.Out);
        Console.WriteLine($"{ScenarioCatalog.All.Count} scenarios, {changed} traces changed.");
        return 0;
    }
}
