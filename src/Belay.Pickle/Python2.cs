namespace Belay.Pickling;

/// <summary>Names that Python 3 has changed and that are in the fixed table. Protocols 0 to 2 are written with those of Python 2.</summary>
static class Python2
{
    public static (string Module, string Name) ToPython3(string module, string name) => (module, name) switch
    {
        ("__builtin__", "unicode") => ("builtins", "str"),
        ("__builtin__", "long") => ("builtins", "int"),
        ("__builtin__", _) => ("builtins", name),
        ("copy_reg", _) => ("copyreg", name),
        _ => (module, name),
    };

    public static (string Module, string Name) FromPython3(string module, string name) => (module, name) switch
    {
        ("builtins", "str") => ("__builtin__", "unicode"),
        ("builtins", "int") => ("__builtin__", "long"),
        ("builtins", _) => ("__builtin__", name),
        ("copyreg", _) => ("copy_reg", name),
        _ => (module, name),
    };
}
