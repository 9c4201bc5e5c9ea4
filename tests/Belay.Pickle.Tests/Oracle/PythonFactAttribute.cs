namespace Belay.Pickling.Tests.Oracle;

/// <summary>A test that asks CPython 3.13 itself.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute()
    {
        Skip = Python.Found is null ? Python.NotFound : null;
    }
}
