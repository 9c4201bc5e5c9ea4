using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Belay.Tests.Diagnostics;

/// <summary>What stands beside an assembly that was loaded is not always what it was built with.</summary>
public sealed class AssemblyFilesTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("belay-");

    WeakReference? _loaded;

    string Assembly => Path.Combine(_folder.FullName, Path.GetFileName(typeof(AssemblyFilesTests).Assembly.Location));

    string Symbols => Path.ChangeExtension(Assembly, ".pdb");

    public AssemblyFilesTests()
    {
        var original = typeof(AssemblyFilesTests).Assembly.Location;
        File.Copy(original, Assembly);
        File.Copy(Path.ChangeExtension(original, ".pdb"), Symbols);
    }

    public void Dispose()
    {
        // A file that is still loaded cannot be deleted everywhere.
        Assert.True(IsUnloaded());
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Find_SymbolsBesideIt_IsTheLine() => Assert.Equal(FindInThisAssembly(), FindInCopy());

    [Fact]
    public void Find_SymbolsMissing_IsNull()
    {
        File.Delete(Symbols);

        Assert.Equal((null, null), FindInCopy());
    }

    [Fact]
    public void Find_SymbolsOfAnotherBuild_IsNull()
    {
        File.Copy(Path.ChangeExtension(typeof(Coro).Assembly.Location, ".pdb"), Symbols, overwrite: true);

        Assert.Equal((null, null), FindInCopy());
    }

    [Fact]
    public void Find_SymbolsDamaged_IsNull()
    {
        using (var file = File.OpenWrite(Symbols))
        {
            file.SetLength(file.Length / 2);
        }

        Assert.Equal((null, null), FindInCopy());
    }

    [Fact]
    public void Find_AssemblyReplacedSinceItWasLoaded_IsNull() => Assert.Equal((null, null), FindInCopy(ReplaceAssembly));

    [Fact]
    public void Find_AssemblyGoneSinceItWasLoaded_IsNull() => Assert.Equal((null, null), FindInCopy(MoveAssembly));

    [Fact]
    public void Describe_Afterwards_AssemblyCanBeUnloaded()
    {
        FindInCopy();

        Assert.True(IsUnloaded());
    }

    void MoveAssembly() => File.Move(Assembly, Assembly + ".old");

    void ReplaceAssembly()
    {
        MoveAssembly();
        File.Copy(typeof(Coro).Assembly.Location, Assembly);
    }

    /// <summary>Not inlined, so that nothing of the copy is left in the caller's frame.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    (string?, int?) FindInCopy(Action? afterLoading = null)
    {
        var context = new AssemblyLoadContext(null, isCollectible: true);
        _loaded = new WeakReference(context);
        var copy = context.LoadFromAssemblyPath(Assembly).GetType(StateMachine.FullName!)!;
        afterLoading?.Invoke();
        var frame = StateMachineNames.Describe(copy, 0);
        context.Unload();
        return (frame.File, frame.Line);
    }

    bool IsUnloaded()
    {
        for (var i = 0; i < 100 && _loaded!.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return !_loaded!.IsAlive;
    }

    static (string?, int?) FindInThisAssembly()
    {
        var found = AwaitLines.Find(StateMachine, 0);
        Assert.NotNull(found.Line);
        return found;
    }

    static Type StateMachine => AwaitShapes.InOrder().StateMachine;
}
