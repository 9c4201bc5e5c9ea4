using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Belay.Cli;

/// <summary>
/// Has the SDK's compiler found when something here first refers to it. One of our own would be large, compiled anew at every start, and of another
/// version of the language than `dotnet` has on this machine.
/// </summary>
static class CompilerAssemblies
{
    const string Prefix = "Microsoft.CodeAnalysis";

    /// <summary>Before the first method runs that mentions the compiler.</summary>
    internal static void Provide() => AssemblyLoadContext.Default.Resolving += static (context, name) => Find(context, name);

    [MethodImpl(MethodImplOptions.NoInlining)]
    static Assembly? Find(AssemblyLoadContext context, AssemblyName name)
    {
        if (name.Name is not { } simple || !simple.StartsWith(Prefix, StringComparison.Ordinal) || simple.EndsWith(".resources", StringComparison.Ordinal)) return null;
        var file = Path.Combine(DotNetSdk.Current.Compiler, $"{simple}.dll");
        return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
    }
}
