using System.Text;

namespace Belay.Pickling;

/// <content>Names of classes and functions.</content>
sealed partial class Pickler
{
    // The same class may be many objects here, and is one in Python.
    readonly Dictionary<PickledGlobal, PickledGlobal> _globals = [];

    // Python writes the name of a module once, because it is one string.
    readonly Dictionary<string, string> _modules = [];

    bool SaveGlobal(PickledGlobal global)
    {
        if (!_globals.TryAdd(global, global))
        {
            var first = _globals[global];
            if (!ReferenceEquals(first, global) && TryRecall(first)) return true;
            global = first;
        }
        if (Protocol >= 4)
        {
            _modules.TryAdd(global.Module, global.Module);
            SaveItself(_modules[global.Module]);
            SaveItself(global.Name);
            _output.Write(Opcode.StackGlobal);
            Remember(global);
            return true;
        }
        // One within another is, in protocols below 4, an attribute of that.
        var path = global.Name.Split('.');
        for (var i = 1; i < path.Length; i++) SaveItself(Known.GetAttribute);
        WriteName(global.Module, path[0]);
        foreach (var attribute in path.AsSpan(1))
        {
            SaveItself(attribute);
            _output.Write(Opcode.Tuple2);
            _output.Write(Opcode.Reduce);
        }
        Remember(global);
        return true;
    }

    void WriteName(string module, string name)
    {
        if (Protocol < 3)
        {
            (module, name) = Python2.FromPython3(module, name);
            if (!Ascii.IsValid(module) || !Ascii.IsValid(name)) throw new PickleException(PickleErrorKind.NotPicklable, $"the name {module}.{name} is not ASCII, which protocol 2 does not allow");
        }
        if (module.Contains('\n') || name.Contains('\n'))
            throw new PickleException(PickleErrorKind.NotPicklable, "the name of a class has a line break, which protocols below 4 do not allow");
        _output.Write(Opcode.Global);
        _output.WriteBytes(Encoding.UTF8.GetBytes($"{module}\n{name}\n"));
    }
}
