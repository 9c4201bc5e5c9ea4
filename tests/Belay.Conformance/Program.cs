namespace Belay.Conformance;

/// <summary>Records anew what CPython 3.13 does, shows what changed, and writes the page. The tests compare with what is recorded.</summary>
static class Program
{
    static int Main()
    {
        var python = Python.Found;
        if (python is null) Console.Error.WriteLine(Python.NotFound);
        else
        {
            Recorder.Replace(AsyncioName.File, python.ListNames(), Console.Out);
            var changed = Recorder.RecordTraces(python, Console.Out);
            Console.WriteLine($"{ScenarioCatalog.All.Count} scenarios, {changed} traces changed.");
        }
        if (Recorder.Replace(AsyncioPage.File, AsyncioPage.Write(), TextWriter.Null)) Console.WriteLine($"{AsyncioPage.File} is written anew.");
        return python is null ? 1 : 0;
    }
}
